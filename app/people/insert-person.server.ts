import { randomInt } from 'node:crypto'
import type { Transaction } from '#app/db/db.server.ts'
import type { Contact } from '#app/people/contact.ts'
import { insertPeopleInTx } from '#app/people/insert-people-in-tx.server.ts'
import type { Role } from '#app/people/person.ts'
import { usernameBase } from '#app/people/username.ts'

export type NewPerson = {
  /** Made beforehand where sending a form twice must be sending it once. */
  id?: string
  /** Tidied. */
  fullName: string
  role: Role
  contact: Contact | null
  passwordHash: string | null
  birthYear: number | null
  guardianName: string | null
  language: 'vi' | 'en'
  createdAt: Date
}

/** Digits after the name, a few tries each: short names stay short while there is room. */
const digits = [2, 2, 3, 3, 4, 4, 6, 6, 9]

/** Inner step: a person with a user name made from the name. Two sign-ups of one name at once get two user names. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<{ id: string; username: string }> {
  const base = usernameBase(person.fullName)
  for (const count of digits) {
    const username = `${base}${randomInt(10 ** (count - 1), 10 ** count)}`
    const inserted = await insertNamed(tx, username, person)
    if (inserted) return inserted
  }
  throw new Error('no free user name found')
}

/** Inner step: null when the user name is taken; the unique index says so. */
export async function insertNamed(tx: Transaction, username: string, { contact, ...person }: NewPerson) {
  const [row] = await insertPeopleInTx(tx, [
    { ...person, username, email: contact?.email ?? null, phone: contact?.phone ?? null },
  ])
  return row ?? null
}
