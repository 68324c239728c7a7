import { auditAllInTx } from '#app/audit/audit-all-in-tx.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import type { exceptions } from '#app/requirements/schema.ts'

export type ExceptionRow = typeof exceptions.$inferSelect
/** `personId`: whose account it is today, where it was folded into another since. Null before: it was not there. */
export type ExceptionChange = { personId: string; before: ExceptionRow | null; after: ExceptionRow | null }
type Deed = { by: string | null; verb: string; reason?: string; now: Date }

/** Inner step: what was done to exceptions is audited, from what to what, and the keeper of standings told of the people. */
export async function noteExceptionsInTx(tx: Transaction, changes: readonly ExceptionChange[], deed: Deed) {
  const { by, verb, reason, now } = deed
  const lines = changes.map(({ personId, before, after }) => ({
    verb: `requirements.${verb}`,
    subjectKind: 'person',
    subjectId: personId,
    before: before && kept(before),
    after: after && kept(after),
    reason,
  }))
  await auditAllInTx(tx, by, lines, now)
  await changedInTx(
    tx,
    changes.map(({ personId }) => personId),
  )
}

/** Without the reasons: the line has the one of the deed, and what the learner wrote goes when their account is closed. */
function kept({ id, kind, requirementId, fromDay, toDay, dueDay, state }: ExceptionRow) {
  return { exceptionId: id, kind, requirementId, fromDay, toDay, dueDay, state }
}
