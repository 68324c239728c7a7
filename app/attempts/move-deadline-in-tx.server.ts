import { eq } from 'drizzle-orm'
import type { MaintenanceWindow } from '#app/attempts/deadline.ts'
import type { TimedAttempt } from '#app/attempts/open-attempts.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import { stateInTx } from '#app/attempts/state-in-tx.server.ts'
import { deadlineInTx } from '#app/attempts/timing-in-tx.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'

export type Move = { from: Date; to: Date }

/**
 * Inner step: brings the deadline of an open attempt up to today's allowances and maintenance windows. It only ever
 * moves on, so twice is once. Null: there was nothing to move.
 */
export async function moveDeadlineInTx(tx: Transaction, attempt: TimedAttempt): Promise<Move | null> {
  const from = await deadlineOfOpen(tx, attempt.id)
  const to = await deadlineInTx(tx, { ...attempt, timeLimitMinutes: await limitOf(tx, attempt) })
  return from && to && from < to ? set(tx, attempt.id, { from, to }) : null
}

/**
 * Inner step: takes back what a window gave that was withdrawn before it began. A deadline that is not just what the
 * window made it was moved for another reason too, and stays. Null: there was nothing to take back.
 */
export async function restoreDeadlineInTx(
  tx: Transaction,
  attempt: TimedAttempt,
  withdrawn: MaintenanceWindow,
): Promise<Move | null> {
  const from = await deadlineOfOpen(tx, attempt.id)
  const timing = { ...attempt, timeLimitMinutes: await limitOf(tx, attempt) }
  const given = await deadlineInTx(tx, timing, [withdrawn])
  const to = await deadlineInTx(tx, timing)
  return from && to && from > to && from.getTime() === given?.getTime() ? set(tx, attempt.id, { from, to }) : null
}

async function deadlineOfOpen(tx: Transaction, id: string): Promise<Date | null> {
  const state = await stateInTx(tx, id)
  return state && !state.closedAt ? state.deadlineAt : null
}

async function limitOf(tx: Transaction, { editionId }: TimedAttempt): Promise<number | null> {
  const facts = await editionFacts(tx, editionId)
  return facts?.sheet.exam.timeLimitMinutes ?? null
}

async function set(tx: Transaction, id: string, move: Move): Promise<Move> {
  await tx.update(attempts).set({ deadlineAt: move.to }).where(eq(attempts.id, id))
  return move
}
