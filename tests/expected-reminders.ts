import { asc, isNotNull, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import { factsFor } from '#app/requirements/keeping/facts-for.ts'
import { readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { wholeTree } from '#app/requirements/keeping/whole-tree.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import type { Facts } from '#app/requirements/standing/facts.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { mainMemberships, roleHoldings, unitStates } from '#app/units/schema.ts'

type ExpectedStep = {
  personId: string
  requirementId: string
  opensDay: Day
  dueDay: Day
  step: string
  day: Day
}
/** Of some people: what they took and heard, and of whom of them each head was told on a day, each with the requirement. */
export type Expected = {
  personIds: string[]
  steps: ExpectedStep[]
  learners: Set<string>
  reports: Map<string, Set<string>>
}

/** How many days after the due day, or the first day late, a step comes: told again, apart from the ladder's own code. */
const ladder: Array<[step: string, from: 'due' | 'late', days: number]> = [
  ['two-weeks-overdue', 'late', 14],
  ['overdue', 'late', 0],
  ['1-day', 'due', -1],
  ['7-days', 'due', -7],
  ['14-days', 'due', -14],
]

/**
 * Everything that should have been said by runs on these days, in the order in which they were made, worked out from the
 * records at the end, person by person: from no standing that was noted, and by none of the code that reminds. Some hundred
 * people at a time: a province is too many.
 */
export async function* expectedBy(runs: readonly Day[]): AsyncGenerator<Expected> {
  const tree = await wholeTree(db)
  const asked = await db.select().from(requirements).where(isNotNull(requirements.publishedAt))
  const everybody = await db
    .select({ id: people.id })
    .from(people)
    .where(isNull(people.closedAt))
    .orderBy(asc(people.id))
  const heads = await headsBy(tree)
  for (const some of inChunks(everybody)) {
    const personIds = some.map(({ id }) => id)
    const expected: Expected = { personIds, steps: [], learners: new Set(), reports: new Map() }
    for (const [personId, own] of await readPeople(db, personIds))
      for (const requirement of asked) {
        const facts = factsFor(requirement, own, tree)
        if (facts.bound.length > 0) expect(expected, { personId, requirement, facts, runs, heads })
      }
    yield expected
  }
}

type Asked = {
  personId: string
  requirement: typeof requirements.$inferSelect
  facts: Facts
  runs: readonly Day[]
  heads: Heads
}

/** Adds what one person should have heard, or others of them, of one requirement. */
function expect(expected: Expected, { personId, requirement, facts, runs, heads }: Asked) {
  const past = new Set<string>()
  let known = ''
  for (const day of runs) {
    known = day > known ? day : known
    const { standing, opensDay, dueDay, lateDay } = standingOn(requirement, facts, known)
    if (!['due', 'soon', 'overdue'].includes(standing) || !opensDay || !dueDay || !lateDay) continue
    const came = ladder.filter(([, from, days]) => plus(from === 'due' ? dueDay : lateDay, days) <= day)
    const [latest] = came
    const name = (step: string) => `${opensDay} ${dueDay} ${step}`
    if (!latest || past.has(name(latest[0]))) continue
    const [step] = latest
    const isOverdueNew = !past.has(name('overdue'))
    for (const [one] of came) past.add(name(one))
    expected.steps.push({ personId, requirementId: requirement.id, opensDay, dueDay, step, day })
    if (step !== 'two-weeks-overdue' || isOverdueNew) expected.learners.add(`${day} ${personId}`)
    const told = new Set<string>()
    if (step === 'overdue' || (step === 'two-weeks-overdue' && isOverdueNew))
      for (const head of heads.of(personId, known)) told.add(head)
    if (step === 'two-weeks-overdue') for (const head of heads.ofAgency(personId, known)) told.add(head)
    for (const head of told) {
      const names = expected.reports.get(`${day} ${head}`) ?? new Set()
      expected.reports.set(`${day} ${head}`, names.add(`${personId} ${requirement.id}`))
    }
  }
}

type Tree = Awaited<ReturnType<typeof wholeTree>>
type Heads = Awaited<ReturnType<typeof headsBy>>

/** By walking up from where somebody is counted, unit by unit. */
async function headsBy(tree: Tree) {
  const mains = groupsBy(await db.select().from(mainMemberships), ({ personId }) => personId)
  const holdings = groupsBy(await db.select().from(roleHoldings), ({ unitId }) => unitId)
  const states = groupsBy(await db.select().from(unitStates), ({ unitId }) => unitId)
  const on = (row: { fromDay: Day; toDay: Day }, day: Day) => row.fromDay <= day && day < row.toDay
  const wayUp = (personId: string, day: Day): string[] => {
    const main = mains.get(personId)?.find((row) => on(row, day))
    const lines = (main && tree.lines.get(main.unitId)) ?? []
    return lines
      .filter((line) => on(line, day))
      .sort((a, b) => a.depth - b.depth)
      .map(({ ancestorId }) => ancestorId)
  }
  const first = (units: string[], personId: string, day: Day): string[] => {
    for (const unitId of units) {
      const there = holdings.get(unitId)?.filter((row) => on(row, day) && /^(manager|training-officer)$/.test(row.role))
      const others = (there ?? []).map((row) => row.personId).filter((id) => id !== personId)
      if (others.length > 0) return others
    }
    return []
  }
  return {
    of: (personId: string, day: Day) => first(wayUp(personId, day), personId, day),
    ofAgency: (personId: string, day: Day) => {
      const up = wayUp(personId, day)
      const isAgency = (unitId: string) =>
        states
          .get(unitId)
          ?.some((row) => on(row, day) && /^(so_nganh|xa|phuong|doanh_nghiep|don_vi_su_nghiep)$/.test(row.type))
      const place = up.findIndex(isAgency)
      return first(place < 0 ? up.slice(-1) : up.slice(place), personId, day)
    },
  }
}

function plus(day: Day, days: number): Day {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

function groupsBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}
