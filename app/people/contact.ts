import { normalisePhone } from '#app/people/phone.ts'

/** A way to reach a person; several people may share one. */
export type Contact = { phone: string; email: null } | { phone: null; email: string }

/** Reads what was typed into the one box for a phone number or an e-mail address. Null: neither. */
export function contactOf(typed: string): Contact | null {
  const phone = normalisePhone(typed)
  if (phone) return { phone, email: null }
  const email = normaliseEmail(typed)
  return email ? { phone: null, email } : null
}

/** NFC, lower case, no spaces around. Null: not an address. */
export function normaliseEmail(typed: string): string | null {
  if (typed.length > 320) return null
  const email = typed
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .toLowerCase()
  return email.length <= 254 &&
    /^[^\s@<>,;:"()[\]\\\p{Cc}]+@[^\s@<>,;:"()[\]\\\p{Cc}.]+(\.[^\s@<>,;:"()[\]\\\p{Cc}.]+)+$/u.test(email)
    ? email
    : null
}
