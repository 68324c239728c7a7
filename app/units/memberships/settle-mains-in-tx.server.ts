import { asc, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { countInTx, holdInTx } from '#app/units/memberships/count-in-tx.server.ts'
import { changesOf } from '#app/units/memberships/headcount.ts'
import { heldColumns } from '#app/units/memberships/held.server.ts'
import { mainsOf } from '#app/units/memberships/main-membership.ts'
import { mainMemberships, memberships } from '#app/units/schema.ts'

type Main = typeof mainMemberships.$inferSelect

/**
 * Inner step: brings up to their memberships by which unit people are counted, and the head-counts with them; of an
 * import that is named these wait until they are counted all at once.
 */
export async function settleMainsInTx(
  tx: Transaction,
  personIds: readonly string[],
  heldFor: string | null = null,
): Promise<void> {
  for (const chunk of inChunks([...new Set(personIds)])) {
    await changedInTx(tx, chunk)
    const wanted = await mainsWanted(tx, chunk)
    const standing = grouped(
      await tx
        .select()
        .from(mainMemberships)
        .where(inArray(mainMemberships.personId, chunk))
        .orderBy(asc(mainMemberships.fromDay)),
    )
    const stale = chunk.filter((id) => !isSame(standing.get(id) ?? [], wanted.get(id) ?? []))
    if (stale.length === 0) continue
    const fresh = stale.flatMap((id) => wanted.get(id) ?? [])
    await tx.delete(mainMemberships).where(inArray(mainMemberships.personId, stale))
    for (const rows of inChunks(fresh)) await tx.insert(mainMemberships).values(rows)
    const counted = stale.flatMap((id) => standing.get(id) ?? [])
    const changes = changesOf(counted, fresh)
    await (heldFor === null ? countInTx(tx, changes) : holdInTx(tx, heldFor, changes))
  }
}

async function mainsWanted(tx: Transaction, personIds: string[]): Promise<Map<string, Main[]>> {
  const held = grouped(await tx.select(heldColumns).from(memberships).where(inArray(memberships.personId, personIds)))
  const wanted = new Map<string, Main[]>()
  for (const [personId, rows] of held) {
    const mains = mainsOf(rows).map(({ fromDay, toDay, membership }) => ({
      personId,
      fromDay,
      toDay,
      unitId: membership.unitId,
      membershipId: membership.id,
      category: membership.category,
      isWaiting: membership.waitsFromId !== null,
    }))
    wanted.set(personId, mains)
  }
  return wanted
}

function grouped<Row extends { personId: string }>(rows: Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.personId)
    if (group) group.push(row)
    else groups.set(row.personId, [row])
  }
  return groups
}

function isSame(a: Main[], b: Main[]): boolean {
  return a.length === b.length && a.every((main, place) => keyOf(main) === keyOf(b[place]))
}

function keyOf(main: Main | undefined): string {
  return main
    ? `${main.fromDay} ${main.toDay} ${main.membershipId} ${main.unitId} ${main.isWaiting} ${main.category}`
    : ''
}
