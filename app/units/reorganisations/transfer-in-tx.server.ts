import { and, eq, gt, inArray } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { Transaction } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { type Held, heldColumns } from '#app/units/memberships/held.server.ts'
import { insertMembershipsInTx } from '#app/units/memberships/insert-memberships-in-tx.server.ts'
import { byClaim } from '#app/units/memberships/main-membership.ts'
import { laterDay, type Period, uncovered } from '#app/units/period.ts'
import type { Transfer } from '#app/units/reorganisations/plan.ts'
import type { Places } from '#app/units/reorganisations/withdrawal/trace.ts'
import { memberships } from '#app/units/schema.ts'

type Event = { day: Day; reorganisationId: string }
type Changes = { ended: Held[]; dropped: Held[]; opened: Held[] }

/**
 * Inner step: memberships go on in another unit from a day on. Nobody is twice in it: of two that become one the one
 * that counts goes first. Returns which memberships changed.
 */
export async function transferInTx(tx: Transaction, transfer: Transfer, event: Event): Promise<Places> {
  const leaving = await leavingInTx(tx, transfer, event.day)
  const changes: Changes = { ended: [], dropped: [], opened: [] }
  const staying = await stayingInTx(tx, transfer.to, [...leaving.keys()], event.day)
  for (const [personId, rows] of leaving) place([...rows, ...(staying.get(personId) ?? [])], transfer, event, changes)
  for (const ids of inChunks(changes.ended.map(({ id }) => id)))
    await tx.update(memberships).set({ toDay: event.day }).where(inArray(memberships.id, ids))
  for (const ids of inChunks(changes.dropped.map(({ id }) => id)))
    await tx.delete(memberships).where(inArray(memberships.id, ids))
  await insertMembershipsInTx(tx, changes.opened)
  const { ended, dropped, opened } = changes
  const cut = ended.map((row) => ({ ...row, toDay: event.day }))
  return { before: [...ended, ...dropped], after: [...cut, ...opened] }
}

/** One person's memberships in the old units and the new one become pieces in the new one that do not overlap. */
function place(rows: Held[], transfer: Transfer, event: Event, changes: Changes) {
  const { to, isWaiting } = transfer
  const covered: Period[] = []
  for (const row of rows.sort((a, b) => rank(a, to, isWaiting) - rank(b, to, isWaiting) || byClaim(a, b))) {
    const ahead = { fromDay: laterDay(row.fromDay, event.day), toDay: row.toDay }
    const pieces = uncovered(ahead, covered)
    covered.push(...pieces)
    const isWhole = pieces.length === 1 && pieces[0]?.fromDay === ahead.fromDay && pieces[0].toDay === ahead.toDay
    if (row.unitId === to && isWhole) continue
    if (row.fromDay < event.day) changes.ended.push(row)
    else changes.dropped.push(row)
    for (const piece of pieces) changes.opened.push(carried(row, piece, transfer, event))
  }
}

/** Whoever comes only to wait does not push out the place they have there already. */
function rank(row: Held, to: string, isWaiting: boolean): number {
  return isWaiting && row.unitId !== to ? 1 : 0
}

function carried(row: Held, { fromDay, toDay }: Period, transfer: Transfer, event: Event): Held {
  const waitsFromId = waitsFrom(row, transfer)
  const { reorganisationId } = event
  return { ...row, id: uuid(), unitId: transfer.to, fromDay, toDay, waitsFromId, reorganisationId }
}

/** Whoever waits goes on waiting when the unit they wait in becomes another; to be named in a list is to be placed. */
function waitsFrom(row: Held, { to, isWaiting, people }: Transfer): string | null {
  if (isWaiting && row.unitId !== to) return row.unitId
  return people === 'others' || row.unitId === to ? row.waitsFromId : null
}

async function leavingInTx(tx: Transaction, { from, people }: Transfer, day: Day): Promise<Map<string, Held[]>> {
  const rows = await tx
    .select(heldColumns)
    .from(memberships)
    .where(and(inArray(memberships.unitId, from), gt(memberships.toDay, day)))
  const wanted = people === 'others' ? null : new Set(people)
  return byPerson(rows.filter(({ personId }) => wanted?.has(personId) ?? true))
}

async function stayingInTx(tx: Transaction, unitId: string, personIds: string[], day: Day) {
  const rows: Held[] = []
  for (const chunk of inChunks(personIds))
    rows.push(
      ...(await tx
        .select(heldColumns)
        .from(memberships)
        .where(and(eq(memberships.unitId, unitId), gt(memberships.toDay, day), inArray(memberships.personId, chunk)))),
    )
  return byPerson(rows)
}

function byPerson(rows: Held[]): Map<string, Held[]> {
  const groups = new Map<string, Held[]>()
  for (const row of rows) {
    const group = groups.get(row.personId)
    if (group) group.push(row)
    else groups.set(row.personId, [row])
  }
  return groups
}
