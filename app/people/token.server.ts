import { createHash, randomBytes, randomInt } from 'node:crypto'

/** 32 random bytes for a cookie or a link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Only this stands in the database, so a copy of it opens nothing. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** No letters or digits that are taken for one another, on paper or on the telephone. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** A code to read out and type: ABCDE-FGH23, 49 bits. */
export function newSpokenCode(): string {
  const letters = Array.from({ length: 10 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}

/** What was typed or came in a link, as it was made: spaces, dashes and small letters do not matter in a spoken code. */
export function readCode(typed: string): string {
  const spoken = typed
    .slice(0, 200)
    .normalize('NFKC')
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase()
  return spoken.length === 10 ? `${spoken.slice(0, 5)}-${spoken.slice(5)}` : typed.slice(0, 200).trim()
}
