import { and, desc, eq, or, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { plannedOnce } from '#app/db/planned-once.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import type { ReorganisationKind } from '#app/units/reorganisations/reorganisation.ts'
import { reorganisationLinks, reorganisations, unitLines, unitStates } from '#app/units/schema.ts'
import { isOpenTo } from '#app/units/sight/is-open-to.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope, SightOfPerson } from '#app/units/sight/sight.ts'
import { sightOfUnit, sightThrough } from '#app/units/sight/sight-of.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { aliasesOf } from '#app/units/tree/aliases-of.server.ts'
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

/** A unit as of a day, with its history. Null: not there, or an enterprise that is not this viewer's. Some six queries. */
export async function unitAt(viewer: Authority, unitId: string, day: Day, today: Day = day): Promise<UnitPage | null> {
  const seen = await unitSeen(await seenBy(viewer, today), unitId, day)
  return seen?.unit ?? null
}

/** The same for whoever has this scope. `sightThen`: what they see of the people it had on the day. */
export async function unitSeen(scope: Scope, unitId: string, day: Day) {
  const line = await readLine(db, { unitId, day })
  const sightThen = sightThrough({ ...scope, day }, line)
  const sight = sightThen ?? (day === scope.day ? null : await sightOfUnit(scope, unitId))
  const events = await readEvents(db, { unitId })
  const timelines = await timelinesOf(db, [
    unitId,
    ...events.flatMap(({ fromId, toId }) => [fromId ?? [], toId ?? []].flat()),
  ])
  const states = timelines.get(unitId)
  if (!states || (!sight && !isOpenTo(scope, states))) return null
  const history = historyOf(events, timelines)
  const others = (units: NamedUnit[]) => units.filter((unit) => unit.unitId !== unitId)
  const unit: UnitPage = {
    unitId,
    facts: factsOn(states, day),
    states,
    aliases: await aliasesOf(unitId),
    path: others(line),
    history,
    predecessors: distinct(history.filter(({ to }) => names(to, unitId)).flatMap(({ from }) => others(from))),
    successors: distinct(history.filter(({ from }) => names(from, unitId)).flatMap(({ to }) => others(to))),
    sight,
  }
  return { unit, sightThen }
}

function names(units: NamedUnit[], unitId: string): boolean {
  return units.some((unit) => unit.unitId === unitId)
}

function distinct(units: NamedUnit[]): NamedUnit[] {
  return [...new Map(units.map((unit) => [unit.unitId, unit])).values()]
}

const [unitId, day] = [sql.placeholder('unitId'), sql.placeholder('day')]

/** What stood above it on the day, the nearest last, and itself. */
const readLine = plannedOnce((reads: Reads) =>
  reads
    .select({ unitId: unitStates.unitId, name: unitStates.name })
    .from(unitLines)
    .innerJoin(unitStates, and(eq(unitStates.unitId, unitLines.ancestorId), onDay(unitStates, day)))
    .where(and(eq(unitLines.unitId, unitId), onDay(unitLines, day)))
    .orderBy(desc(unitLines.depth)),
)

/** Without their details: what a decision found and left may be thousands of rows. */
const readEvents = plannedOnce((reads: Reads) => {
  const { id, kind, decisionNumber, decisionDay, effectiveDay, madeAt } = reorganisations
  const about = reads
    .selectDistinct({ id: reorganisationLinks.reorganisationId })
    .from(reorganisationLinks)
    .where(or(eq(reorganisationLinks.fromId, unitId), eq(reorganisationLinks.toId, unitId)))
    .as('about')
  return reads
    .select({
      event: { id, kind, decisionNumber, decisionDay, effectiveDay, madeAt },
      fromId: reorganisationLinks.fromId,
      toId: reorganisationLinks.toId,
    })
    .from(about)
    .innerJoin(reorganisations, eq(reorganisations.id, about.id))
    .innerJoin(reorganisationLinks, eq(reorganisationLinks.reorganisationId, reorganisations.id))
    .orderBy(desc(reorganisations.effectiveDay), desc(reorganisations.id))
})

function historyOf(rows: Awaited<ReturnType<typeof readEvents>>, timelines: Map<string, State[]>): HistoryEvent[] {
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
