import { and, asc, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import type { BatchState } from '#app/intake/batch.ts'
import { clearArriving, removeFile } from '#app/intake/batch-file.server.ts'
import { changeStateInTx } from '#app/intake/change-state-in-tx.server.ts'
import { forgetRows } from '#app/intake/forget-rows.server.ts'
import { rowsAtOnce } from '#app/intake/in-steps.server.ts'
import type { KeptRow } from '#app/intake/kept-row.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'

const dayMs = 24 * 60 * 60_000
export const listsKeptDays = 30

const resting: BatchState[] = ['understood', 'checked', 'committed', 'undone', 'failed', 'cancelled']

/**
 * A month after the last was done with a list its file is gone, and what it told of people with it; that they came by it
 * stays, and so it can still be undone. Who forgot a half-done list sends it again.
 */
export async function clearLists(now = new Date()): Promise<void> {
  await clearArriving(new Date(now.getTime() - dayMs))
  const old = lt(intakeBatches.changedAt, new Date(now.getTime() - listsKeptDays * dayMs))
  const { fileRemovedAt, state } = intakeBatches
  const batches = await db
    .select({ id: intakeBatches.id, state })
    .from(intakeBatches)
    .where(and(old, isNull(fileRemovedAt), inArray(state, resting)))
  for (const batch of batches) {
    await removeFile(batch.id)
    if (batch.state === 'committed') await blankRows(batch.id)
    else await forgetRows(batch.id)
    const isHalfDone = batch.state === 'understood' || batch.state === 'checked'
    const change = {
      state: isHalfDone ? ('cancelled' as const) : batch.state,
      fileRemovedAt: now,
      passed: null,
      plan: null,
    }
    await write((tx) => changeStateInTx(tx, batch.id, [batch.state], change, now))
  }
}

const blank: KeptRow = {
  person: { fullName: '', birth: null, phone: null, unit: null, position: null, problems: [] },
  besides: {
    ...{ gender: null, category: null, email: null, staffCode: null },
    ...{ address: null, note: null, section: null, isHidden: false },
  },
  doubts: {},
  duplicateOf: null,
}

async function blankRows(batchId: string): Promise<void> {
  for (let cursor = 0; ; ) {
    const rows = await db
      .select({ row: intakeRows.row })
      .from(intakeRows)
      .where(and(eq(intakeRows.batchId, batchId), gt(intakeRows.row, cursor)))
      .orderBy(asc(intakeRows.row))
      .limit(rowsAtOnce)
    const these = rows.map(({ row }) => row)
    const place = and(eq(intakeRows.batchId, batchId), inArray(intakeRows.row, these))
    const nothing = { understood: blank, identity: null, candidates: null }
    if (these.length > 0) await write((tx) => tx.update(intakeRows).set(nothing).where(place))
    cursor = these.at(-1) ?? cursor
    if (these.length < rowsAtOnce) return
  }
}
