import { asc, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { unitStates } from '#app/units/schema.ts'
import type { State } from '#app/units/unit.ts'

/** `db` for a preview, `tx` inside a write. */
export type Reads = Pick<Transaction, 'select' | 'selectDistinct'>

/** The states of some units, each in the order of days. A unit that is not there has none. */
export async function timelinesOf(reads: Reads, unitIds: readonly string[]): Promise<Map<string, State[]>> {
  const timelines = new Map<string, State[]>()
  for (const chunk of inChunks([...new Set(unitIds)])) {
    const rows = await reads
      .select(stateColumns)
      .from(unitStates)
      .where(inArray(unitStates.unitId, chunk))
      .orderBy(asc(unitStates.fromDay))
    for (const state of rows) {
      const states = timelines.get(state.unitId)
      if (states) states.push(state)
      else timelines.set(state.unitId, [state])
    }
  }
  return timelines
}

export const stateColumns = {
  unitId: unitStates.unitId,
  fromDay: unitStates.fromDay,
  toDay: unitStates.toDay,
  code: unitStates.code,
  name: unitStates.name,
  type: unitStates.type,
  parentId: unitStates.parentId,
}
