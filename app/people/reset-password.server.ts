import { and, eq, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { isOpen, spendCode } from '#app/people/codes.server.ts'
import { hashPassword } from '#app/people/hashing.server.ts'
import { type PasswordProblem, passwordProblem } from '#app/people/password.ts'
import { oneTimeCodes, people, sessions, signInFailures } from '#app/people/schema.ts'
import { hashOf, readCode } from '#app/people/token.server.ts'

export type Reset = { username: string } | { problems: { code?: 'code-wrong'; password?: PasswordProblem } }

/**
 * Sets a new password with a one-time code, from a letter or from an administrator. All sessions of the person end, and
 * their user name is open again. A code is used up only when the password was accepted.
 */
export async function resetPassword(code: string, password: string, now = new Date()): Promise<Reset> {
  const person = await personBehind(code, now)
  if (!person) return { problems: { code: 'code-wrong' } }
  const problem = passwordProblem(password, [person.username, person.email ?? '', person.phone ?? ''])
  if (problem) return { problems: { password: problem } }

  const passwordHash = await hashPassword(password)
  return write(async (tx) => {
    const used = await spendCode(tx, code, 'reset', now)
    if (!used) return { problems: { code: 'code-wrong' as const } }
    await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id))
    await tx.delete(sessions).where(eq(sessions.personId, person.id))
    await tx.delete(signInFailures).where(eq(signInFailures.account, person.username))
    await auditInTx(tx, person.id, { verb: 'people.reset-password', subjectKind: 'person', subjectId: person.id })
    return { username: person.username }
  })
}

/** Asked before the hash is computed: a wrong code costs the server nothing. */
async function personBehind(code: string, now: Date) {
  const [row] = await db
    .select({ id: people.id, username: people.username, email: people.email, phone: people.phone })
    .from(oneTimeCodes)
    .innerJoin(people, eq(people.id, oneTimeCodes.personId))
    .where(and(isOpen('reset', now), eq(oneTimeCodes.codeHash, hashOf(readCode(code))), isNull(people.closedAt)))
  return row ?? null
}
