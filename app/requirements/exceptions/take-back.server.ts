import { eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { type Authority, auditIdOf, isSelf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import type { ExceptionState } from '#app/requirements/exceptions/exception.ts'
import { heldException } from '#app/requirements/exceptions/held-exception.server.ts'
import { noteExceptionsInTx } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { tellOfExceptionsInTx } from '#app/requirements/exceptions/tell-of-exceptions-in-tx.server.ts'
import { exceptions } from '#app/requirements/schema.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

export type TakenBack =
  | { takenBack: true }
  | { problem: 'reason-needed' }
  /** It does not hold: as it stands now. */
  | { problem: 'not-holding'; state: Exclude<ExceptionState, 'given'> }

/**
 * What was given holds no longer from today on; the days before stay as they were told. Of two who take it back at once one
 * does, the other is told that it was. Null: not there, or not this actor's to take back.
 */
export function takeBackException(
  manager: Authority,
  id: string,
  reason: string,
  now = new Date(),
): Promise<TakenBack | null> {
  const why = reasonOf(reason)
  return write(async (tx) => {
    const held = await heldException(tx, id)
    if (!held || isSelf(manager, held.personId) || !(await looksAfter(manager, held.personId, now, tx))) return null
    const { row, personId } = held
    const by = auditIdOf(manager)
    if (row.state === 'taken-back' && row.takenBackBy === by) return { takenBack: true as const }
    if (row.state !== 'given') return { problem: 'not-holding' as const, state: row.state }
    if (why === '') return { problem: 'reason-needed' as const }
    const [after] = await tx
      .update(exceptions)
      .set({ state: 'taken-back', takenBackAt: now, takenBackBy: by, takenBackReason: why })
      .where(eq(exceptions.id, id))
      .returning()
    if (!after) throw new Error('taking an exception back was not written')
    await noteExceptionsInTx(tx, [{ personId, before: row, after }], {
      by,
      verb: 'take-back-exception',
      reason: why,
      now,
    })
    await tellOfExceptionsInTx(tx, [{ personId, row: after }], now)
    return { takenBack: true as const }
  })
}
