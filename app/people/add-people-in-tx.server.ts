import { randomInt } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '#app/db/db.server.ts'
import { insertUnfoundInTx } from '#app/people/insert-people-in-tx.server.ts'
import { namesOf } from '#app/people/names-of.ts'
import { usernameBase } from '#app/people/username.ts'

export type ListedAccount = {
  /** Tidied. */
  fullName: string
  phone: string | null
  email: string | null
  birthYear: number | null
}
export type WaitingAccount = ReturnType<typeof waitingAccount>

/** Lists are long: with fewer digits half of the names would be taken already. */
const digits = [3, 4, 4, 6, 6, 9, 9]

/** A learner's account without a password that waits to be opened, all but its user name: made before the write. */
export function waitingAccount(account: ListedAccount, now: Date) {
  return {
    id: uuid(),
    ...account,
    ...namesOf(account.fullName),
    base: usernameBase(account.fullName),
    passwordHash: null,
    role: 'learner' as const,
    language: 'vi' as const,
    guardianName: null,
    createdAt: now,
    closedAt: now,
  }
}

/**
 * Inner step: accounts that wait, some hundred at a time, each with a user name made from the name. Nobody finds them before
 * `keepBeginningRowsInTx`, or signs in before `openPeopleInTx`. Their ids, in the order asked.
 */
export async function addPeopleInTx(tx: Transaction, accounts: readonly WaitingAccount[]): Promise<string[]> {
  let left = accounts
  for (const count of digits) {
    if (left.length === 0) break
    const named = left.map((row) => ({ ...row, username: `${row.base}${randomInt(10 ** (count - 1), 10 ** count)}` }))
    const inserted = new Set((await insertUnfoundInTx(tx, named)).map(({ id }) => id))
    left = left.filter(({ id }) => !inserted.has(id))
  }
  if (left.length > 0) throw new Error('no free user names found')
  return accounts.map(({ id }) => id)
}
