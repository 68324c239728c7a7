import { and, eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { certificates } from '#app/certificates/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { figuresFrom } from '#app/requirements/keeping/figures.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'
import { exceptions, standingChanges, standings, standingVersions } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships } from '#app/units/schema.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { aCourseOf, allOf, aRequirement } from '#tests/requirements.ts'
import { expectStandingsKept, lineOf, reportedOn } from '#tests/standings-kept.ts'
import { aWorld, event, happen, type World } from '#tests/unit-events.ts'

const begin = '2026-01-01'
const at = (day: string) => new Date(`${day}T09:00:00+07:00`)
const course = { editionId: '', courseId: '' }

beforeAll(async () => {
  course.editionId = await aCertifiedEdition()
  course.courseId = await aCourseOf(course.editionId)
})

const place = fc.nat({ max: 30 })
const window = fc.oneof(
  fc.record({ kind: fc.constant('joining' as const), days: fc.nat({ max: 60 }) }),
  fc.record({
    kind: fc.constant('recurring' as const),
    firstDay: fc.constant(begin),
    everyMonths: fc.constantFrom(1, 3, 12),
  }),
  fc.nat({ max: 90 }).map((days) => ({ kind: 'fixed' as const, opensDay: begin, dueDay: addDays(begin, days) })),
)
const step = fc.record({
  /** Days that go by before. */
  days: fc.constantFrom(0, 0, 1, 5, 20, 40),
  /** From when on a decision works that is taken now. */
  ahead: fc.constantFrom(0, 0, 0, 10),
  what: fc.oneof(
    { weight: 4, arbitrary: event },
    fc.record({ do: fc.constant('publish' as const), unit: place, person: place, window, withBelow: fc.boolean() }),
    fc.record({ do: fc.constant('award' as const), person: place }),
    fc.record({ do: fc.constant('revoke' as const), person: place }),
    fc.record({
      do: fc.constant('except' as const),
      person: place,
      kind: fc.constantFrom('extension' as const, 'waiver' as const, 'pause' as const),
      days: fc.integer({ min: 1, max: 50 }),
    }),
    fc.record({ do: fc.constant('take-back' as const), person: place }),
  ),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

test('whatever happens, each day is reported as the records of that day say, its figures are the sums, and no past day changes', {
  timeout: 240_000,
}, async () => {
  const met = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 12 }), async (steps) => {
      await clear()
      const world = await aWorld()
      await aRequirement({ unitId: world.province, courseIds: [course.courseId], window: someFixed })
      const reported = new Map<string, string>()
      let today = begin
      await keepStandings({ now: at(today) })
      for (const one of steps) {
        for (const until = addDays(today, one.days); today < until; ) {
          reported.set(today, await pictureOf(world, today))
          today = addDays(today, one.days > 5 ? 4 : 1)
          await keepStandings({ now: at(today) })
          await agreesWithRecords(world, today)
        }
        const before = await completedIn(world, today)
        const happened = await take(world, one, today)
        await keepStandings({ now: at(today) })
        await agreesWithRecords(world, today)
        if (happened === 'reorganised') expect(await completedIn(world, today)).toEqual(before)
        met.add(happened)
      }
      await expectStandingsKept()
      for (const [day, then] of reported) expect(await pictureOf(world, day), day).toBe(then)
      await sumsUp(world, today)
    }),
    { numRuns: 5 },
  )
  // Of the eight things that may have happened; which ones is left to chance.
  expect(met.size).toBeGreaterThanOrEqual(5)
})

const someFixed = { kind: 'fixed' as const, opensDay: begin, dueDay: addDays(begin, 45) }

/** What is reported is what the pure function says of the records, by the unit they are counted by. */
async function agreesWithRecords({ people }: World, today: string) {
  for (const personId of people) {
    const [main] = await db
      .select({ unitId: mainMemberships.unitId })
      .from(mainMemberships)
      .where(and(eq(mainMemberships.personId, personId), onDay(mainMemberships, today)))
    const told = (await standingsOf('command-line', personId, today)) ?? []
    const wanted = told.map(({ requirement, stands }) =>
      lineOf({ requirementId: requirement.id, ...stands, unitId: main?.unitId ?? null }),
    )
    expect(await reportedOn(personId, today), today).toEqual(wanted.sort())
  }
}

async function pictureOf({ people, province }: World, day: string): Promise<string> {
  const rows = []
  for (const personId of people) rows.push(await reportedOn(personId, day))
  return JSON.stringify([rows, (await sumFigures(province, day)).all])
}

/** Who has which course, once each; their tiết are counted by it. */
async function completedIn({ people }: World, today: string) {
  const rows = []
  for (const personId of people) {
    const papers = await db
      .select({ id: certificates.id })
      .from(certificates)
      .where(and(eq(certificates.personId, personId), isNull(certificates.revokedAt)))
    const done = (await standingsOf('command-line', personId, today)) ?? []
    const named = done.filter(({ requirement }) => requirement.clauses.length === 0)
    rows.push([
      papers.map(({ id }) => id).sort(),
      named.map(({ requirement, stands }) => [requirement.id, stands.doneDay]),
    ])
  }
  return rows
}

/** What a unit counts itself and what its children count is what it counts in all, and nobody else is. */
async function sumsUp({ units }: World, today: string) {
  for (const unitId of units) {
    const { all, own, children } = await sumFigures(unitId, today)
    const parts = [own, ...children.map(({ figures }) => figures)].flatMap((figures) =>
      Object.entries(figures).flatMap(([requirementId, figure]) =>
        Object.entries(figure).map(([standing, people]) => ({ requirementId, standing: kindOf(standing), people })),
      ),
    )
    expect(figuresFrom(parts)).toEqual(all)
  }
}

async function take(world: World, { what, ahead }: Step, today: string): Promise<string> {
  const person = (where: number) => world.people[where % world.people.length] ?? ''
  const day = addDays(today, ahead)
  switch (what.do) {
    case 'publish': {
      const unitId = world.units[what.unit % world.units.length] ?? ''
      const clauses = what.unit % 4 === 0 ? [] : [{ ...allOf(unitId), withBelow: what.withBelow }]
      const names = what.unit % 4 === 0 ? [person(what.person)] : []
      const row = { unitId, courseIds: [course.courseId], window: { ...what.window }, fromDay: today, clauses, names }
      await aRequirement({ ...row, atLeastDays: what.unit % 3 === 0 ? 0 : 30 })
      return 'publish'
    }
    case 'award':
      await award({ id: person(what.person) }, course.editionId, at(today))
      return 'award'
    case 'revoke': {
      const isTheirs = and(eq(certificates.personId, person(what.person)), isNull(certificates.revokedAt))
      await write(async (tx) => {
        await tx
          .update(certificates)
          .set({ revokedAt: at(today) })
          .where(isTheirs)
        await changedInTx(tx, [person(what.person)])
      })
      return 'revoke'
    }
    case 'except': {
      const given = { kind: what.kind, personId: person(what.person), reason: 'x', state: 'given' as const }
      const dueDay = what.kind === 'extension' ? addDays(today, what.days) : null
      const days = { fromDay: day, toDay: addDays(day, what.days), dueDay, decidedAt: at(today) }
      await write(async (tx) => {
        await tx.insert(exceptions).values({ ...given, ...days })
        await changedInTx(tx, [person(what.person)])
      })
      return 'except'
    }
    case 'take-back': {
      const isTheirs = and(eq(exceptions.personId, person(what.person)), eq(exceptions.state, 'given'))
      await write(async (tx) => {
        await tx
          .update(exceptions)
          .set({ state: 'taken-back', takenBackAt: at(today) })
          .where(isTheirs)
        await changedInTx(tx, [person(what.person)])
      })
      return 'take-back'
    }
    default:
      return happen(world, { ...what, day })
  }
}

/** Each run has a calendar of its own; what was asked in earlier ones concerns nobody of this. */
async function clear() {
  await write(async (tx) => {
    for (const kept of [standings, standingChanges, standingVersions]) await tx.delete(kept)
  })
}

function kindOf(standing: string) {
  return standing as Exclude<typeof standings.$inferSelect.standing, 'not-due'>
}
