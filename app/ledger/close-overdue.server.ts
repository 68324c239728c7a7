import { and, asc, isNull, lt } from 'drizzle-orm'
import { isOverdue } from '#app/attempts/deadline.ts'
import { attempts } from '#app/attempts/schema.ts'
import { stateInTx } from '#app/attempts/state-in-tx.server.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { closeAttemptInTx } from '#app/ledger/close.server.ts'

/** Answers received before the deadline may still wait for their commit: the sweep leaves them this long. */
const graceMs = 5_000
const batch = 100

/** Closes attempts whose time is over with what was received, at most 100 a call. How many it closed: at 100 call again. */
export async function closeOverdue(now = new Date()): Promise<number> {
  const due = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(isNull(attempts.closedAt), lt(attempts.deadlineAt, new Date(now.getTime() - graceMs))))
    .orderBy(asc(attempts.deadlineAt))
    .limit(batch)
  const closed = await Promise.all(due.map(({ id }) => closeIfOverdue(id, now)))
  return closed.filter(Boolean).length
}

/** Closes one attempt at its deadline if that is past; harmless otherwise. */
export function closeIfOverdue(attemptId: string, now: Date): Promise<boolean> {
  return write((tx) => closeInTime(tx, attemptId, now))
}

async function closeInTime(tx: Transaction, attemptId: string, now: Date) {
  const state = await stateInTx(tx, attemptId)
  if (!state?.deadlineAt || !isOverdue(state, now)) return false
  return (await closeAttemptInTx(tx, attemptId, { by: 'deadline', at: state.deadlineAt })) !== null
}
