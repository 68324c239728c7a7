import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Transaction, write } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { type Account, accountsNamed } from '#app/people/accounts.server.ts'
import { type FoldedAccount, foldedNamed } from '#app/people/folded-named.server.ts'
import { isHashAwaited } from '#app/people/hashing.server.ts'
import { openSession, type Where } from '#app/people/open-session.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { people, signInFailures } from '#app/people/schema.ts'
import { tryPassword } from '#app/people/try-password.server.ts'

export type SignInForm = Where & {
  /** User name, phone or e-mail. */
  account: string
  password: string
}

export type SignInOutcome =
  | { token: string; person: SignedIn }
  /** Unknown or wrong: the same answer after the same work. */
  | { problem: 'wrong' }
  /** The phone or e-mail and the password fit several people. */
  | { problem: 'which' }
  /** The account was folded into another, whose user name this is. */
  | { problem: 'merged'; into: string }
  | { problem: 'locked'; until: Date }

/** In a rush some four sign-ins share a commit: beside a hash of 9 ms each its own would be a twentieth. */
const rushMs = 40

/** Opens a session for whom the name and the password fit. */
export async function signIn(form: SignInForm, now = new Date()): Promise<SignInOutcome> {
  const { key, accounts } = await accountsNamed(form.account)
  const folded = await foldedNamed(key)
  const trial = await tryPassword(key, [...accounts, ...folded], form.password, now)
  if ('lockedUntil' in trial) return { problem: 'locked', until: trial.lockedUntil }

  const [account, another] = trial.fitting.filter((one) => accounts.includes(one))
  if (!account) return whereTo(folded, trial.fitting)
  if (another) return { problem: 'which' }
  const patience = { withinMs: isHashAwaited() ? rushMs : 0 }
  const token = await write(async (tx) => {
    if (!(await isStillSo(tx, account))) return null
    if (trial.hasFailed) await tx.delete(signInFailures).where(eq(signInFailures.account, key))
    return openSession(tx, account, form, now)
  }, patience)
  if (token === null) return { problem: 'wrong' }
  const { id, username, fullName, role, language } = account
  return { token, person: { id, username, fullName, role, language, isShared: form.isShared } }
}

function whereTo(folded: FoldedAccount[], fitting: Account[]): SignInOutcome {
  const found = folded.find((one) => fitting.includes(one))
  return found ? { problem: 'merged', into: found.keptUsername } : { problem: 'wrong' }
}

/** The account may have been closed, or its password or role changed, while the hash was computed. */
async function isStillSo(tx: Transaction, account: Account): Promise<boolean> {
  const [row] = await readAccount(tx, { id: account.id })
  return row?.role === account.role && row.passwordHash === account.passwordHash
}

const readAccount = statement((tx) =>
  tx
    .select({ role: people.role, passwordHash: people.passwordHash })
    .from(people)
    .where(and(eq(people.id, sql.placeholder('id')), isNull(people.closedAt))),
)
