import type { attempts as vi } from '#app/i18n/vi/attempts.ts'

export const attempts: typeof vi = {
  refused: {
    batch: 'The server could not read what was sent. Reload the page and try again.',
    unreadable: 'The server could not read this entry.',
    notFound: 'There is no such work, or it is not yours.',
    notOnPaper: 'This question is not on your paper.',
    badAnswer: 'The answer does not fit the question. Reload the page and choose again.',
    noAnswer: 'You have not chosen an answer yet.',
  },
}
