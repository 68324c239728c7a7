import { and, eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Actor } from '#app/people/person.ts'
import { credits } from '#app/requirements/schema.ts'

/**
 * A learner takes back learning elsewhere that nobody has answered yet: it is gone, the audit alone keeps that it was told;
 * its evidence goes with the files that no credit names. False: it was decided meanwhile. Null: not theirs, or gone already.
 */
export function withdrawCredit(person: Actor, creditId: string): Promise<boolean | null> {
  return write(async (tx) => {
    const [credit] = await tx
      .select()
      .from(credits)
      .where(and(eq(credits.id, creditId), isOfPerson(credits.personId, person.id, tx)))
    if (!credit) return null
    const { state, category, halfHours, completedDay, evidenceHash } = credit
    if (state !== 'provisional') return false
    await tx.delete(credits).where(eq(credits.id, creditId))
    const before = { credit: creditId, state, category, halfHours, completedDay, evidenceHash }
    const line = { verb: 'hours.withdraw-credit', subjectKind: 'person', subjectId: person.id }
    await auditInTx(tx, person.id, { ...line, before, after: { credit: creditId, state: null } })
    return true
  })
}
