import type { errors } from '#app/i18n/vi/errors.ts'

type Kind = Exclude<keyof typeof errors, `${string}Head` | 'signedOut' | 'ask' | 'code' | 'home' | 'courses'>

/** Which words of `errors` tell about a status. */
export function failureKind(status: number): Kind {
  if (status === 404 || status === 405) return 'notFound'
  if (status === 403) return 'refused'
  if (status === 413 || status === 431) return 'tooLarge'
  if (status === 429) return 'tooMany'
  if (status === 503) return 'busy'
  return status < 500 ? 'invalid' : 'broken'
}
