import { v7 as uuid } from 'uuid'
import { type Transaction, write } from '#app/db/db.server.ts'
import { type Day, startOf } from '#app/i18n/day.ts'
import { insertPeopleInTx } from '#app/people/insert-people-in-tx.server.ts'
import { usernameBase } from '#app/people/username.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import type { NewMembership } from '#app/units/memberships/membership-form.ts'
import type { StaffCategory } from '#app/units/unit.ts'

/** Somebody to be, with the places they have one after the other. */
export type Somebody = {
  fullName: string
  birthYear: number
  phone: string | null
  memberships: Array<Omit<NewMembership, 'personId'>>
}
/** Somebody who is, as far as their learning needs it. */
export type Person = { id: string; fullName: string; since: Day; category: StaffCategory }

const atOnce = 500

/** Many people at once, five hundred a write, the way an import brings them in. Nobody of them has a password. */
export async function crowd(count: number, next: () => Somebody): Promise<Person[]> {
  const made: Person[] = []
  while (made.length < count) {
    const batch = Array.from({ length: Math.min(atOnce, count - made.length) }, () => ({ id: uuid(), ...next() }))
    await write((tx) => insertInTx(tx, batch))
    made.push(...batch.map(asPerson))
  }
  return made
}

async function insertInTx(tx: Transaction, batch: Array<Somebody & { id: string }>) {
  const rows = batch.map(rowOf)
  if ((await insertPeopleInTx(tx, rows)).length < rows.length) throw new Error('a user name was taken')
  const forms = batch.flatMap(({ id, memberships }) => memberships.map((form) => ({ personId: id, ...form })))
  for (const added of await addMembershipsInTx(tx, forms))
    if ('problem' in added) throw new Error(`a place was refused: ${added.problem}`)
}

let number = 1

/** Numbers after the name go on through the whole province, so no user name is met twice. */
function rowOf({ id, fullName, birthYear, phone, memberships }: Somebody & { id: string }) {
  return {
    id,
    username: `${usernameBase(fullName)}-${number++}`,
    fullName,
    birthYear,
    phone,
    role: 'learner',
    language: 'vi',
    createdAt: startOf(memberships[0]?.fromDay ?? ''),
  } as const
}

function asPerson({ id, fullName, memberships: [first] }: Somebody & { id: string }): Person {
  if (!first) throw new Error(`${fullName} has no place`)
  return { id, fullName, since: first.fromDay, category: first.category }
}
