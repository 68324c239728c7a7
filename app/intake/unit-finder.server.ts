import { and, eq, inArray } from 'drizzle-orm'
import { fold } from '#app/i18n/fold.ts'
import type { VerdictReason } from '#app/intake/batch.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitAliases, unitLines, unitStates } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type FoundUnit = { unitId: string } | { problem: VerdictReason }

/**
 * Which unit the words of a list mean: one that stands below the unit of the batch on the day, by code, by its name then
 * or before, or by an alias, tones or none. Asked once a batch; the names below a department fit in memory.
 */
export async function unitFinder(reads: Reads, { unitId, fromDay }: { unitId: string; fromDay: string }) {
  const below = await reads
    .select({ unitId: unitLines.unitId })
    .from(unitLines)
    .where(and(eq(unitLines.ancestorId, unitId), onDay(unitLines, fromDay)))
  const ids = new Set(below.map((line) => line.unitId))
  const names = await reads
    .select({
      unitId: unitStates.unitId,
      folded: unitStates.folded,
      code: unitStates.code,
      fromDay: unitStates.fromDay,
      toDay: unitStates.toDay,
    })
    .from(unitStates)
    .innerJoin(unitLines, and(eq(unitLines.unitId, unitStates.unitId), eq(unitLines.ancestorId, unitId)))
    .where(onDay(unitLines, fromDay))
  const now = new Map<string, Set<string>>()
  const before = new Map<string, Set<string>>()
  for (const state of names) {
    const stands = state.fromDay <= fromDay && fromDay < state.toDay
    note(stands ? now : before, state.folded, state.unitId)
    if (state.code !== null && stands) note(now, fold(state.code), state.unitId)
  }
  const known = await reads.select({ unitId: unitAliases.unitId, folded: unitAliases.folded }).from(unitAliases)
  for (const alias of known) if (ids.has(alias.unitId)) note(before, alias.folded, alias.unitId)

  return (named: string | null): FoundUnit => {
    if (named === null) return { unitId }
    const text = plain(named)
    const found = now.get(text) ?? before.get(text)
    if (!found) return { problem: 'unit-unknown' }
    const [first, another] = found
    return first !== undefined && another === undefined ? { unitId: first } : { problem: 'unit-unclear' }
  }
}

/** Which of some names are those of units elsewhere: the list is not lost for a typing error, but not theirs to fill. */
export async function namesElsewhere(reads: Reads, named: readonly string[]): Promise<Set<string>> {
  const wanted = [...new Set(named.map(plain))]
  if (wanted.length === 0) return new Set()
  const rows = await reads
    .selectDistinct({ folded: unitStates.folded })
    .from(unitStates)
    .where(inArray(unitStates.folded, wanted))
  const met = new Set(rows.map(({ folded }) => folded))
  return new Set(named.filter((name) => met.has(plain(name))))
}

function plain(named: string): string {
  return fold(named).replace(/\s+/g, ' ').trim()
}

function note(names: Map<string, Set<string>>, folded: string, unitId: string) {
  const key = folded.replace(/\s+/g, ' ').trim()
  const units = names.get(key)
  if (units) units.add(unitId)
  else names.set(key, new Set([unitId]))
}
