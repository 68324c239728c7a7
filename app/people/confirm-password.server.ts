import { type Account, accountOf } from '#app/people/accounts.server.ts'
import type { Actor } from '#app/people/person.ts'
import { tryPassword } from '#app/people/try-password.server.ts'

export type Unconfirmed = { problem: 'password-wrong' } | { problem: 'locked'; until: Date }

/**
 * Changes of an account ask for the password again, with the same count of failures as at the door: an open session on a
 * table is no place to guess. Null: no such account.
 */
export async function confirmPassword(
  person: Actor,
  password: string,
  now: Date,
): Promise<{ account: Account } | Unconfirmed | null> {
  const account = await accountOf(person.id)
  if (!account) return null
  const trial = await tryPassword(account.username, [account], password, now)
  if ('lockedUntil' in trial) return { problem: 'locked', until: trial.lockedUntil }
  return trial.fitting.length > 0 ? { account } : { problem: 'password-wrong' }
}
