import { randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '#app/db/db.server.ts'
import { insertPeopleInTx } from '#app/people/insert-people-in-tx.server.ts'
import { usernameBase } from '#app/people/username.ts'

export type ListedAccount = {
  /** Tidied. */
  fullName: string
  phone: string | null
  email: string | null
  birthYear: number | null
}

/** Lists are long: with fewer digits half of the names would be taken already. */
const digits = [3, 4, 4, 6, 6, 9, 9]

/**
 * Inner step: learners' accounts without a password, some hundred at a time, each with a user name made from the name.
 * They wait: nobody finds them before `keepBeginningRowsInTx`, or signs in before `openPeopleInTx`. Their ids, in the order asked.
 */
export async function addPeopleInTx(tx: Transaction, accounts: readonly ListedAccount[], now: Date): Promise<string[]> {
  const rows = accounts.map((account) => ({
    id: uuid(),
    ...account,
    username: '',
    passwordHash: null,
    role: 'learner' as const,
    language: 'vi' as const,
    guardianName: null,
    createdAt: now,
    closedAt: now,
  }))
  let left = rows
  for (const count of digits) {
    if (left.length === 0) break
    for (const row of left) row.username = `${usernameBase(row.fullName)}${randomInt(10 ** (count - 1), 10 ** count)}`
    const inserted = await insertPeopleInTx(tx, left, { areFound: false })
    const ids = new Set(inserted.map(({ id }) => id))
    left = left.filter(({ id }) => !ids.has(id))
  }
  if (left.length > 0) throw new Error('no free user names found')
  return rows.map(({ id }) => id)
}
