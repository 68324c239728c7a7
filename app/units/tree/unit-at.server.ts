import { and, asc, desc, eq, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import type { ReorganisationKind } from '#app/units/reorganisations/reorganisation.ts'
import { reorganisationLinks, reorganisations, unitAliases, unitLines, unitStates } from '#app/units/schema.ts'
import { isOpenTo } from '#app/units/sight/is-open-to.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { SightOfPerson } from '#app/units/sight/sight.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import type { State } from '#app/units/unit.ts'

export type NamedUnit = { unitId: string; name: string }

export type HistoryEvent = {
  id: string
  kind: ReorganisationKind
  decisionNumber: string | null
  decisionDay: Day | null
  effectiveDay: Day
  madeAt: Date
  /** Names as decreed just before the event, and from its day on. */
  from: NamedUnit[]
  to: NamedUnit[]
}

export type UnitPage = {
  unitId: string
  /** As decreed on the day; null: it did not stand then. */
  facts: State | null
  /** Every state it ever had, oldest first. */
  states: State[]
  aliases: string[]
  /** What stood above it on the day, the nearest last. */
  path: NamedUnit[]
  /** Newest first. */
  history: HistoryEvent[]
  predecessors: NamedUnit[]
  successors: NamedUnit[]
  /** What the viewer sees of its people; null: names and history only. */
  sight: SightOfPerson | null
}

/** A unit as of a day, with its history. Null: not there, or an enterprise that is not this viewer's. Some seven queries. */
export async function unitAt(viewer: Authority, unitId: string, day: Day, today: Day = day): Promise<UnitPage | null> {
  const scope = await seenBy(viewer, today)
  const states = (await timelinesOf(db, [unitId])).get(unitId)
  if (!states) return null
  const sight = (await sightOfUnit({ ...scope, day }, unitId)) ?? (await sightOfUnit(scope, unitId))
  if (!sight && !isOpenTo(scope, states)) return null
  const history = await historyOf(unitId)
  const others = (units: NamedUnit[]) => units.filter((unit) => unit.unitId !== unitId)
  return {
    unitId,
    facts: factsOn(states, day),
    states,
    aliases: await aliasesOf(unitId),
    path: await pathOf(unitId, day),
    history,
    predecessors: distinct(history.filter(({ to }) => names(to, unitId)).flatMap(({ from }) => others(from))),
    successors: distinct(history.filter(({ from }) => names(from, unitId)).flatMap(({ to }) => others(to))),
    sight,
  }
}

function names(units: NamedUnit[], unitId: string): boolean {
  return units.some((unit) => unit.unitId === unitId)
}

function distinct(units: NamedUnit[]): NamedUnit[] {
  return [...new Map(units.map((unit) => [unit.unitId, unit])).values()]
}

async function aliasesOf(unitId: string): Promise<string[]> {
  const rows = await db
    .select({ text: unitAliases.text })
    .from(unitAliases)
    .where(eq(unitAliases.unitId, unitId))
    .orderBy(asc(unitAliases.text))
  return rows.map(({ text }) => text)
}

async function pathOf(unitId: string, day: Day): Promise<NamedUnit[]> {
  return db
    .select({ unitId: unitStates.unitId, name: unitStates.name })
    .from(unitLines)
    .innerJoin(unitStates, and(eq(unitStates.unitId, unitLines.ancestorId), onDay(unitStates, day)))
    .where(and(eq(unitLines.unitId, unitId), onDay(unitLines, day)))
    .orderBy(desc(unitLines.depth))
    .then((rows) => rows.slice(0, -1))
}

async function historyOf(unitId: string): Promise<HistoryEvent[]> {
  const about = db
    .selectDistinct({ id: reorganisationLinks.reorganisationId })
    .from(reorganisationLinks)
    .where(or(eq(reorganisationLinks.fromId, unitId), eq(reorganisationLinks.toId, unitId)))
    .as('about')
  const rows = await db
    .select({ event: reorganisations, fromId: reorganisationLinks.fromId, toId: reorganisationLinks.toId })
    .from(about)
    .innerJoin(reorganisations, eq(reorganisations.id, about.id))
    .innerJoin(reorganisationLinks, eq(reorganisationLinks.reorganisationId, reorganisations.id))
    .orderBy(desc(reorganisations.effectiveDay), desc(reorganisations.id))
  const linked = rows.flatMap(({ fromId, toId }) => [fromId, toId].flatMap((id) => id ?? []))
  const timelines = await timelinesOf(db, linked)
  const events = new Map<string, HistoryEvent>()
  for (const { event, fromId, toId } of rows) {
    const { id, kind, decisionNumber, decisionDay, effectiveDay, madeAt } = event
    const shown = events.get(id) ?? { id, kind, decisionNumber, decisionDay, effectiveDay, madeAt, from: [], to: [] }
    if (fromId) shown.from.push({ unitId: fromId, name: nameBefore(timelines.get(fromId) ?? [], effectiveDay) })
    if (toId) shown.to.push({ unitId: toId, name: nameFrom(timelines.get(toId) ?? [], effectiveDay) })
    events.set(id, { ...shown, from: distinct(shown.from), to: distinct(shown.to) })
  }
  return [...events.values()]
}

function nameBefore(states: State[], day: Day): string {
  return (states.findLast((state) => state.fromDay < day) ?? states[0])?.name ?? ''
}

function nameFrom(states: State[], day: Day): string {
  return (factsOn(states, day) ?? states[0])?.name ?? ''
}
