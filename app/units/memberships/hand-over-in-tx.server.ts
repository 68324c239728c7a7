import { eq, inArray } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '#app/db/db.server.ts'
import { type Held, heldColumns } from '#app/units/memberships/held.server.ts'
import { insertMembershipsInTx } from '#app/units/memberships/insert-memberships-in-tx.server.ts'
import { settleMainsInTx } from '#app/units/memberships/settle-mains-in-tx.server.ts'
import { earlierDay, overlaps, uncovered } from '#app/units/period.ts'
import { memberships } from '#app/units/schema.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'

/** A person's memberships as they were, and as another person has them now. */
export type HandedOver = { before: Held[]; after: Held[] }

/**
 * Inner step: all memberships of a person go to another who is the same person. Where both were in the same unit on the
 * same days the other's own stands, and what the other is counted by does not change.
 */
export async function handOverInTx(tx: Transaction, fromId: string, toId: string): Promise<HandedOver> {
  const before = await heldInTx(tx, fromId)
  const own = await heldInTx(tx, toId)
  const after: Held[] = []
  for (const row of before) {
    const beside = [...own, ...after].filter(({ unitId }) => unitId === row.unitId)
    for (const piece of uncovered(row, beside)) {
      const isWhole = piece.fromDay === row.fromDay && piece.toDay === row.toDay
      const isMain = row.isMain && !own.some((other) => other.isMain && overlaps(other, piece))
      after.push({ ...row, ...piece, id: isWhole ? row.id : uuid(), personId: toId, isMain })
    }
  }
  await tx.delete(memberships).where(eq(memberships.personId, fromId))
  await insertMembershipsInTx(tx, after)
  await settleMainsInTx(tx, [fromId, toId])
  return { before, after }
}

/**
 * Inner step: gives memberships back as they were. What a decision has changed since goes back as it is now, and what
 * the other had in a unit that has ended since goes back up to its end.
 */
export async function handBackInTx(tx: Transaction, fromId: string, toId: string, { before, after }: HandedOver) {
  const now = await heldInTx(tx, fromId)
  const changed: Held[] = []
  const whole: Held[] = []
  const origins = new Set(before.map(({ originId }) => originId))
  const given = now.filter(({ originId }) => origins.has(originId))
  for (const originId of origins) {
    const [is, was, first] = [given, after, before].map((rows) => rows.filter((row) => row.originId === originId))
    if (textOf(is) === textOf(was)) whole.push(...(first ?? []))
    else changed.push(...(is ?? []))
  }
  const rows = [...changed.map((row) => ({ ...row, personId: toId })), ...(await whileUnitsStand(tx, whole))]
  const goneIds = given.map(({ id }) => id)
  if (goneIds.length > 0) await tx.delete(memberships).where(inArray(memberships.id, goneIds))
  await insertMembershipsInTx(tx, rows)
  await settleMainsInTx(tx, [fromId, toId])
}

async function whileUnitsStand(tx: Transaction, rows: Held[]): Promise<Held[]> {
  const timelines = await timelinesOf(
    tx,
    rows.map(({ unitId }) => unitId),
  )
  return rows
    .map((row) => ({ ...row, toDay: earlierDay(row.toDay, timelines.get(row.unitId)?.at(-1)?.toDay ?? row.fromDay) }))
    .filter(({ fromDay, toDay }) => fromDay < toDay)
}

function heldInTx(tx: Transaction, personId: string): Promise<Held[]> {
  return tx.select(heldColumns).from(memberships).where(eq(memberships.personId, personId)).orderBy(memberships.id)
}

/** The same for the same rows, in whatever order of rows and columns. */
function textOf(rows: Held[] = []): string {
  const sorted = rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
  return sorted.sort().join()
}
