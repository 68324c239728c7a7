import { partsOf } from '#app/people/name.ts'

const longestBase = 16

/** The beginning of a user name: the last two words of the name in plain letters. Nguyễn Thị Bé Ba → beba. */
export function usernameBase(fullName: string): string {
  const { ten, dem } = partsOf(fullName)
  const lastOfDem = dem.split(' ').at(-1) ?? ''
  const plain = `${lastOfDem}${ten}`
    .normalize('NFD')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  return plain.slice(0, longestBase) || 'ban'
}

/** What an agency may give, in lower case: begins with a letter, so that it is never taken for a phone number. Null: it may not. */
export function normaliseUsername(typed: string): string | null {
  const username = typed.trim().toLowerCase()
  return /^[a-z][a-z0-9._-]{2,31}$/.test(username) ? username : null
}
