import { and, eq, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { keepCode } from '#app/people/codes.server.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { newSpokenCode } from '#app/people/token.server.ts'

export const issuedCodeValidMs = 24 * 60 * 60_000

/** `code` is shown once, to be typed at /reset. */
export type IssuedCode = { username: string; code: string; until: Date }

/** A one-time code for who has no e-mail, handed over by an administrator who knows them. Null: not there, or not theirs to do. */
export async function issueCode(admin: Authority, personId: string, now = new Date()): Promise<IssuedCode | null> {
  if (!mayAdminister(admin)) return null
  const code = newSpokenCode()
  return write(async (tx) => {
    const [person] = await tx
      .select({ id: people.id, username: people.username })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.closedAt)))
    if (!person) return null
    const until = await keepCode(tx, code, { personId, purpose: 'reset', validMs: issuedCodeValidMs }, now)
    await auditInTx(tx, auditIdOf(admin), { verb: 'people.issue-code', subjectKind: 'person', subjectId: personId })
    return { username: person.username, code, until }
  })
}
