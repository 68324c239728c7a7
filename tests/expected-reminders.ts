import { isNotNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import { factsFor } from '#app/requirements/keeping/facts-for.ts'
import { readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { wholeTree } from '#app/requirements/keeping/whole-tree.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import { mainMemberships, roleHoldings, unitStates } from '#app/units/schema.ts'

export type ExpectedStep = {
  personId: string
  requirementId: string
  opensDay: Day
  dueDay: Day
  step: string
  day: Day
}
export type Expected = { steps: ExpectedStep[]; learners: Set<string>; reports: Map<string, Set<string>> }

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
 * records at the end, person by person: from no standing that was noted, and by none of the code that reminds.
 */
export async function expectedOf(runs: readonly Day[]): Promise<Expected> {
  const tree = await wholeTree(db)
  const asked = await db.select().from(requirements).where(isNotNull(requirements.publishedAt))
  const everybody = (await db.select({ id: people.id, closedAt: people.closedAt }).from(people)).filter(
    ({ closedAt }) => closedAt === null,
  )
  const heads = await headsBy(tree)
  const facts = new Map<
    string,
    NonNullable<Awaited<ReturnType<typeof readPeople>> extends Map<string, infer F> ? F : never>
  >()
  for (let from = 0; from < everybody.length; from += 500)
    for (const [id, own] of await readPeople(
      db,
      everybody.slice(from, from + 500).map(({ id: personId }) => personId),
    ))
      facts.set(id, own)

  const expected: Expected = { steps: [], learners: new Set(), reports: new Map() }
  for (const { id: personId } of everybody)
    for (const requirement of asked) {
      const own = facts.get(personId)
      if (!own) continue
      const theirs = factsFor(requirement, own, tree)
      if (theirs.bound.length === 0) continue
      const past = new Set<string>()
      let known = ''
      for (const day of runs) {
        known = day > known ? day : known
        const { standing, opensDay, dueDay, lateDay } = standingOn(requirement, theirs, known)
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
  return expected
}

type Tree = Awaited<ReturnType<typeof wholeTree>>

/** By walking up from where somebody is counted, unit by unit. */
async function headsBy(tree: Tree) {
  const [mains, holdings, states] = [
    await db.select().from(mainMemberships),
    await db.select().from(roleHoldings),
    await db.select().from(unitStates),
  ]
  const on = (row: { fromDay: Day; toDay: Day }, day: Day) => row.fromDay <= day && day < row.toDay
  const wayUp = (personId: string, day: Day): string[] => {
    const main = mains.find((row) => row.personId === personId && on(row, day))
    const lines = (main && tree.lines.get(main.unitId)) ?? []
    return lines
      .filter((line) => on(line, day))
      .sort((a, b) => a.depth - b.depth)
      .map(({ ancestorId }) => ancestorId)
  }
  const first = (units: string[], personId: string, day: Day): string[] => {
    for (const unitId of units) {
      const there = holdings.filter(
        (row) => row.unitId === unitId && on(row, day) && /^(manager|training-officer)$/.test(row.role),
      )
      const others = there.map((row) => row.personId).filter((id) => id !== personId)
      if (others.length > 0) return others
    }
    return []
  }
  return {
    of: (personId: string, day: Day) => first(wayUp(personId, day), personId, day),
    ofAgency: (personId: string, day: Day) => {
      const up = wayUp(personId, day)
      const isAgency = (unitId: string) =>
        states.some(
          (row) =>
            row.unitId === unitId &&
            on(row, day) &&
            /^(so_nganh|xa|phuong|doanh_nghiep|don_vi_su_nghiep)$/.test(row.type),
        )
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
