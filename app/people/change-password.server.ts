import { and, eq, ne } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { confirmPassword, type Unconfirmed } from '#app/people/confirm-password.server.ts'
import { hashPassword } from '#app/people/hashing.server.ts'
import { type PasswordProblem, passwordProblem } from '#app/people/password.ts'
import type { Actor } from '#app/people/person.ts'
import { oneTimeCodes, people, sessions } from '#app/people/schema.ts'
import { hashOf } from '#app/people/token.server.ts'

export type PasswordChange = { changed: true } | Unconfirmed | { problem: PasswordProblem }

/** Sets another password. Every other session of the person ends; the one of `token` stays. Null: no such account. */
export async function changePassword(
  person: Actor,
  { current, next, token }: { current: string; next: string; token: string },
  now = new Date(),
): Promise<PasswordChange | null> {
  const confirmed = await confirmPassword(person, current, now)
  if (confirmed === null || 'problem' in confirmed) return confirmed
  const { username, email, phone } = confirmed.account
  const problem = passwordProblem(next, [username, email ?? '', phone ?? ''])
  if (problem) return { problem }

  const passwordHash = await hashPassword(next)
  await write(async (tx) => {
    await tx.update(people).set({ passwordHash }).where(eq(people.id, person.id))
    await tx.delete(sessions).where(and(eq(sessions.personId, person.id), ne(sessions.id, hashOf(token))))
    await tx.delete(oneTimeCodes).where(eq(oneTimeCodes.personId, person.id))
    await auditInTx(tx, person.id, { verb: 'people.change-password', subjectKind: 'person', subjectId: person.id })
  })
  return { changed: true }
}
