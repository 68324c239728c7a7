import { and, like, or, type SQL } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'
import type { Authority } from '#app/people/person.ts'
import { unitAliases, unitStates } from '#app/units/schema.ts'
import { isOpenTo } from '#app/units/sight/is-open-to.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'
import type { State } from '#app/units/unit.ts'

const mostShown = 50
const mostLoaded = 200

export type FoundUnit = {
  unitId: string
  /** As of today, or as last decreed when it stands no longer. */
  facts: State
  stands: boolean
  /** The old name, alias or code it was found by, when that is not its name now. */
  by: string | null
  above: string | null
}

/**
 * Units by parts of any name they ever had, tones or none, an alias, or the beginning of a code; exact names first, then
 * those that stand today. Null: this actor looks up no units.
 */
export async function searchUnits(viewer: Authority, typed: string, today: Day): Promise<FoundUnit[] | null> {
  const scope = await seenBy(viewer, today)
  if (!scope.isEverything && scope.grants.length === 0) return null
  const text = tidyName(typed.slice(0, 200)).replace(/[%_\\]/g, '')
  const words = fold(text).split(' ').filter(Boolean)
  if (words.length === 0) return []
  const hits = await hitsOf(text, words)
  const timelines = await timelinesOf(db, [...hits.keys()])
  const found: FoundUnit[] = []
  for (const [unitId, states] of timelines) {
    if (!isOpenTo(scope, states) && !(await sightOfUnit(scope, unitId))) continue
    const now = factsOn(states, today)
    const facts = now ?? states.at(-1)
    if (!facts) continue
    const by = hits.get(unitId) ?? []
    const isByName = by.includes(facts.name)
    found.push({ unitId, facts, stands: now !== null, by: isByName ? null : (by[0] ?? null), above: null })
  }
  const shown = found.sort(byFit(text)).slice(0, mostShown)
  return withAbove(shown)
}

/** The texts by which each unit was met. */
async function hitsOf(text: string, words: string[]): Promise<Map<string, string[]>> {
  const each = (column: typeof unitStates.folded | typeof unitAliases.folded): SQL | undefined =>
    and(...words.map((word) => like(column, `%${word}%`)))
  const named = await db
    .selectDistinct({ unitId: unitStates.unitId, name: unitStates.name, code: unitStates.code })
    .from(unitStates)
    .where(or(each(unitStates.folded), like(unitStates.code, `${text}%`)))
    .limit(mostLoaded)
  const aliased = await db
    .select({ unitId: unitAliases.unitId, name: unitAliases.text })
    .from(unitAliases)
    .where(each(unitAliases.folded))
    .limit(mostLoaded)
  const hits = new Map<string, string[]>()
  const note = (unitId: string, name: string) => hits.set(unitId, [...(hits.get(unitId) ?? []), name])
  for (const { unitId, name, code } of named)
    note(unitId, words.every((word) => fold(name).includes(word)) ? name : (code ?? name))
  for (const { unitId, name } of aliased) note(unitId, name)
  return hits
}

function byFit(text: string) {
  const folded = fold(text)
  const rank = ({ facts, by, stands }: FoundUnit) => {
    const met = by ?? facts.name
    const exact = met === text ? 0 : fold(met) === folded ? 1 : 2
    return exact * 2 + (stands ? 0 : 1)
  }
  return (a: FoundUnit, b: FoundUnit) => rank(a) - rank(b) || byTypeAndName(a.facts, b.facts)
}

/** Which Phường 4 it is: what stood above it last. */
async function withAbove(found: FoundUnit[]): Promise<FoundUnit[]> {
  const parents = await timelinesOf(
    db,
    found.flatMap(({ facts }) => facts.parentId ?? []),
  )
  return found.map((unit) => {
    const states = parents.get(unit.facts.parentId ?? '') ?? []
    const above = states.findLast(({ fromDay }) => fromDay < unit.facts.toDay)
    return { ...unit, above: above?.name ?? null }
  })
}
