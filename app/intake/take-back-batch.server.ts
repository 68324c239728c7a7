import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { inSteps, type Row, type Steps } from '#app/intake/in-steps.server.ts'
import { noteRowsInTx } from '#app/intake/note-rows-in-tx.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { whoActed } from '#app/intake/who-acted.server.ts'
import { openPeopleInTx } from '#app/people/open-people-in-tx.server.ts'
import { removePeopleInTx } from '#app/people/remove-people-in-tx.server.ts'
import { countHeldInTx } from '#app/units/memberships/count-in-tx.server.ts'
import { cutInTx } from '#app/units/memberships/cut-in-tx.server.ts'
import { heldColumns } from '#app/units/memberships/held.server.ts'
import { settleMainsInTx } from '#app/units/memberships/settle-mains-in-tx.server.ts'
import { memberships } from '#app/units/schema.ts'

/**
 * A worker's last part: undoing → undone. Places are gone as if they had not been, from all counts in one moment; accounts
 * where nothing was done too.
 */
export async function takeBackBatch(batch: Batch, alive: () => Promise<boolean>, now: Date): Promise<void> {
  const at = { state: 'undoing', phase: null } as const
  const steps: Steps<null> = {
    find: () => Promise.resolve(null),
    step: (tx, { counts }, rows, { isLast }) => backStep(tx, { id: batch.id, counts }, rows, isLast, now),
  }
  await inSteps(batch.id, at, steps, alive)
}

async function backStep(
  tx: Transaction,
  { id, counts }: Pick<Batch, 'id' | 'counts'>,
  rows: Row[],
  isLast: boolean,
  now: Date,
) {
  const touched = rows.filter(({ outcome }) => outcome === 'made' || outcome === 'joined')
  const ids = idsOf(touched)
  await takePlacesInTx(tx, id, ids)
  const made = idsOf(touched.filter(({ isMade }) => isMade))
  const acted = await whoActed(tx, made, id)
  const kept = made.filter((personId) => acted.has(personId))
  const removed = made.filter((personId) => !acted.has(personId))
  if (removed.length > 0) await removePeopleInTx(tx, removed)
  if (kept.length > 0) await openPeopleInTx(tx, kept)
  await noteRowsInTx(
    tx,
    'outcomes',
    touched.map((row) => ({
      ...row,
      outcome: acted.has(row.personId ?? '') ? ('kept' as const) : ('removed' as const),
    })),
  )
  const sum = { ...counts, removed: counts.removed + removed.length, kept: counts.kept + kept.length }
  if (!isLast) return { counts: sum }
  await countHeldInTx(tx, id)
  return { counts: sum, state: 'undone' as const, undoneAt: now }
}

/** Wherever a reorganisation has carried them since. */
async function takePlacesInTx(tx: Transaction, batchId: string, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return
  const places = await tx
    .select(heldColumns)
    .from(memberships)
    .where(and(eq(memberships.batchId, batchId), inArray(memberships.personId, personIds)))
  for (const place of places) await cutInTx(tx, place, place.fromDay, '')
  await settleMainsInTx(tx, personIds, batchId)
}

function idsOf(rows: Row[]): string[] {
  return rows.flatMap(({ personId }) => personId ?? [])
}
