import { eq, sql } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import type { Account } from '#app/people/accounts.server.ts'
import { fits, oneAtATime } from '#app/people/hashing.server.ts'
import { failuresCountForMs, lockMs } from '#app/people/lockout.ts'
import { signInFailures } from '#app/people/schema.ts'

/** `hasFailed`: there is a count of failures under this name, to be cleared by a success. */
export type Trial = { lockedUntil: Date } | { fitting: Account[]; hasFailed: boolean }

/**
 * Tries a password on the accounts that a name may mean. Failures are counted under the name tried, in the database,
 * so that no number of processes or addresses gets more tries, and nobody else's name is ever shut.
 * Look, hash and count happen in one turn of the queue: many tries at once are no way round the lock.
 */
export function tryPassword(key: string, accounts: Account[], password: string, now: Date): Promise<Trial> {
  return oneAtATime(async () => {
    const [count] = await countOf.execute({ key })
    if (count?.lockedUntil && count.lockedUntil > now) return { lockedUntil: count.lockedUntil }
    const fitting = await whoFits(accounts, password)
    if (fitting.length === 0) await countFailure(key, now)
    return { fitting, hasFailed: count !== undefined }
  })
}

const countOf = db
  .select({ lockedUntil: signInFailures.lockedUntil })
  .from(signInFailures)
  .where(eq(signInFailures.account, sql.placeholder('key')))
  .prepare()

/** At least one hash, whoever is meant: an unknown name answers no sooner than a wrong password. */
async function whoFits(accounts: Account[], password: string): Promise<Account[]> {
  if (accounts.length === 0) await fits(null, password)
  const fitting: Account[] = []
  for (const account of accounts) if (await fits(account.passwordHash, password)) fitting.push(account)
  return fitting
}

function countFailure(key: string, now: Date): Promise<void> {
  return write(async (tx) => {
    const [row] = await tx.select().from(signInFailures).where(eq(signInFailures.account, key))
    const isFresh = row && now.getTime() - row.lastAt.getTime() < failuresCountForMs
    const failures = (isFresh ? row.failures : 0) + 1
    const waitMs = lockMs(failures)
    const count = { failures, lastAt: now, lockedUntil: waitMs > 0 ? new Date(now.getTime() + waitMs) : null }
    await tx
      .insert(signInFailures)
      .values({ account: key, ...count })
      .onConflictDoUpdate({ target: signInFailures.account, set: count })
  })
}
