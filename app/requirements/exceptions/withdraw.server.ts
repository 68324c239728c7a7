import { and, eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Actor } from '#app/people/person.ts'
import { noteExceptionsInTx } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { exceptions } from '#app/requirements/schema.ts'

/**
 * A learner asks no longer: the request is gone, the audit alone keeps that there was one. False: it was decided meanwhile.
 * Null: not theirs, or gone already.
 */
export function withdrawRequest(person: Actor, id: string, now = new Date()): Promise<boolean | null> {
  return write(async (tx) => {
    const [before] = await tx
      .select()
      .from(exceptions)
      .where(and(eq(exceptions.id, id), isOfPerson(exceptions.personId, person.id, tx)))
    if (!before) return null
    if (before.state !== 'asked') return false
    await tx.delete(exceptions).where(eq(exceptions.id, id))
    const changes = [{ personId: person.id, before, after: null }]
    await noteExceptionsInTx(tx, changes, { by: person.id, verb: 'withdraw-request', now })
    return true
  })
}
