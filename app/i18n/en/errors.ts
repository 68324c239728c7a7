import type { errors as vi } from '#app/i18n/vi/errors.ts'

export const errors: typeof vi = {
  whatHead: 'What happened',
  nowHead: 'What to do now',
  askHead: 'Whom to ask',
  notFound: {
    title: 'This page was not found',
    what: 'There is nothing at this address, or it is not yours to see.',
    now: 'Check the address, or go to the first page and look for the course.',
  },
  refused: {
    title: 'This request was not accepted',
    what: 'It came from another site and was stopped to keep you safe.',
    now: 'Open Bến Số again and repeat what you did.',
  },
  lookOnly: {
    title: 'You may look here, but not change this',
    what: 'You see this unit, but you have not been given this task here.',
    now: 'Go back to your own unit. If this has to be done, ask whoever manages the unit, or ask for the role.',
  },
  tooLarge: {
    title: 'What was sent is too large',
    what: 'It is larger than this page accepts.',
    now: 'Send less, then try again.',
  },
  tooMany: {
    title: 'Too many tries',
    what: 'There were too many requests in a row.',
    now: 'Wait a little, then try again.',
  },
  invalid: {
    title: 'Something is not right yet',
    what: 'The page did not understand what was sent.',
    now: 'Go back, check each box and send it again.',
  },
  broken: {
    title: 'Something went wrong',
    what: 'The fault is ours, not yours. Work already received is safe.',
    now: 'Wait a minute, then load the page again.',
  },
  busy: {
    title: 'The system is busy',
    what: 'The server could not write just now. Work already received is safe.',
    now: 'Wait a minute, then try again.',
  },
  signedOut: 'You have signed out. Sign in again to send; your work is still on this device.',
  ask: (phone) => `Call ${phone}. Somebody helps you.`,
  code: (code) => `Code for the helper: ${code}`,
  home: 'To the first page',
  courses: 'Find a course',
}
