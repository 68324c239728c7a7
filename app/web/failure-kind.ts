import type { errors } from '#app/i18n/vi/errors.ts'
import { lookOnlyWord } from '#app/web/look-only.ts'

type Kind = Exclude<keyof typeof errors, `${string}Head` | 'signedOut' | 'ask' | 'code' | 'home' | 'courses'>

/** Which words of `errors` tell about a status, and the word that a refusal carries. */
export function failureKind(status: number, word?: unknown): Kind {
  if (status === 404 || status === 405) return 'notFound'
  if (status === 403) return word === lookOnlyWord ? 'lookOnly' : 'refused'
  if (status === 413 || status === 431) return 'tooLarge'
  if (status === 429) return 'tooMany'
  if (status === 503) return 'busy'
  return status < 500 ? 'invalid' : 'broken'
}
