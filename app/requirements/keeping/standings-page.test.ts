import { inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { sortKeyOf } from '#app/people/sort-key.ts'
import { figuresOf } from '#app/requirements/keeping/figures-of.server.ts'
import { idsOfStandings } from '#app/requirements/keeping/ids-of-standings.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import type { ListedStanding, StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { rowsOfStandings, type StandingFound } from '#app/requirements/keeping/rows-of-standings.server.ts'
import { standingsPage } from '#app/requirements/keeping/standings-page.server.ts'
import type { WayToStandings } from '#app/requirements/keeping/way-to-standings.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const root = 'command-line'
const at = (day: string) => new Date(`${day}T08:00:00+07:00`)
const [before, today] = ['2026-03-01', '2026-03-20']
const world = { province: '', office: '', firm: '', requirementId: '', other: '', people: [] as string[] }

/** Sixty people in an office, eight in a firm; two requirements; every fourth has done the course. */
beforeAll(async () => {
  world.province = await aUnit({ type: 'tinh' })
  world.office = await aUnit({ parentId: world.province })
  world.firm = await aUnit({ type: 'doanh_nghiep' })
  const editionId = await aCertifiedEdition()
  const courseIds = [await aCourseOf(editionId)]
  world.requirementId = await aRequirement({ unitId: world.province, courseIds })
  for (let number = 0; number < 60; number++) {
    const person = await aPerson({ fullName: `Nguyễn ${names[number % names.length]} ${names[(number * 3) % 7]}` })
    world.people.push(person.id)
    await aMembership({ personId: person.id, unitId: number % 3 === 0 ? world.province : world.office })
    if (number % 4 === 0) await award(person, editionId, at('2026-03-10'))
  }
  const [named = '', alsoNamed = ''] = world.people
  world.other = await aRequirement({
    unitId: world.firm,
    courseIds: [await aCourseOf(await aCertifiedEdition())],
    names: [named, alsoNamed],
  })
  for (let number = 0; number < 8; number++) {
    const worker = await aPerson({ fullName: `Lê Văn ${names[number % 7]}` })
    await aMembership({ personId: worker.id, unitId: world.firm })
  }
  await keepStandings({ now: at(before) })
  await keepStandings({ now: at(today) })
}, 120_000)

const names = ['An', 'Ân', 'Bé', 'Chi', 'Đào', 'Ý', 'Hoa']

const everyPage = async (viewer: Authority, asked: StandingsAsked) => {
  const found: ListedStanding[] = []
  for (let after: string | null = null; ; ) {
    const page = await standingsPage(viewer, { ...asked, after }, at(today))
    if (!page) return null
    found.push(...page.people)
    if (!page.next) return found
    after = page.next
  }
}

test('a list names those whom the figures count, page by page, each once, in the order of names', async () => {
  const asked = { unitId: world.province, day: today }
  const figures = await figuresOf(root, asked, at(today))
  const all = (await everyPage(root, asked)) ?? []
  expect(all).toHaveLength(62)
  expect(new Set(all.map((row) => `${row.personId} ${row.requirementId}`)).size).toBe(62)
  const done = await everyPage(root, { ...asked, requirementId: world.requirementId, standing: 'done' })
  expect(done).toHaveLength(figures?.all[world.requirementId]?.done ?? 0)
  expect(done?.[0]).toMatchObject({
    standing: 'done',
    doneDay: '2026-03-10',
    dueDay: '2026-03-31',
    position: 'Chuyên viên',
  })
  expect(await everyPage(root, { ...asked, unitId: world.office })).toHaveLength(41)
  const sorted = [...all].sort((a, b) => (sortKeyOf(a.fullName) < sortKeyOf(b.fullName) ? -1 : 1))
  expect(all.map(({ fullName }) => fullName)).toEqual(sorted.map(({ fullName }) => fullName))
})

test('whatever way a list is found, it is the same, of a past day too', async () => {
  const scope = await seenBy(root, today)
  const ways = [{ by: 'gather' }, { by: 'walk' }, { by: 'names', personIds: world.people }] as const
  for (const day of [before, today])
    for (const words of ['', 'hoa', 'Nguyễn'])
      for (const standing of day === today ? [undefined, 'soon' as const, 'done' as const] : [undefined]) {
        const asked = { unitId: world.province, day, words, ...(standing && { standing }) }
        const wanted = await rowsOfStandings(scope, asked, { after: null, most: 200 })
        expect(wanted.length).toBeGreaterThan(0)
        for (const way of ways) expect(await inPages(scope, asked, way)).toEqual(wanted)
      }
})

/** Seven at a time: each page begins where the one before ended. */
async function inPages(scope: Scope, asked: StandingsAsked, way: WayToStandings) {
  const found: StandingFound[] = []
  for (let after: string | null = null; ; ) {
    const rows: StandingFound[] = await rowsOfStandings(scope, asked, { after, most: 7 }, way)
    found.push(...rows)
    const last = rows.at(-1)
    if (!last || rows.length < 7) return found
    after = `${last.sortKey}.${last.personId}.${last.requirementId}`
  }
}

test('a list of a past day tells what was reported then', async () => {
  const asked = { unitId: world.province, day: before, requirementId: world.requirementId }
  const then = await everyPage(root, asked)
  expect(then).toHaveLength(60)
  expect(new Set(then?.map(({ standing }) => standing))).toEqual(new Set(['due']))
})

test('a manager sees the people of their unit, an enterprise theirs, and nobody those of others', async () => {
  const [manager, foreman] = [await aPerson({ role: 'manager' }), await aPerson({ role: 'manager' })]
  for (const [who, unitId] of [
    [manager, world.office],
    [foreman, world.firm],
  ] as const)
    done(await appoint(root, { personId: who.id, unitId, role: 'manager', fromDay: '2026-02-01', reason: 'QĐ' }))
  expect(await everyPage(manager, { unitId: world.office, day: today })).toHaveLength(41)
  expect(await everyPage(manager, { unitId: world.office, day: before })).toHaveLength(41)
  expect(await everyPage(manager, { unitId: world.province, day: today })).toBeNull()
  expect(await everyPage(manager, { unitId: world.office, day: '2025-12-31' })).toBeNull()
  const theirs = await everyPage(foreman, { unitId: world.firm, day: today })
  expect(theirs?.map(({ standing }) => standing)).toEqual(Array(8).fill('soon'))
  expect(await everyPage(foreman, { unitId: world.office, day: today })).toBeNull()
  expect(await idsOfStandings(foreman, { unitId: world.office }, at(today))).toBeNull()
})

test('everybody of a list can be acted on at once', async () => {
  const filter = { unitId: world.province, requirementId: world.requirementId, standing: 'soon' as const }
  const ids = await idsOfStandings(root, filter, at(today))
  expect(ids?.isMore).toBe(false)
  expect(ids?.personIds.sort()).toEqual(world.people.filter((_, number) => number % 4 !== 0).sort())
  const trainer = await aPerson({ role: 'trainer' })
  const role = { personId: trainer.id, unitId: world.province, role: 'auditor' as const, fromDay: '2026-02-01' }
  done(await appoint(root, { ...role, reason: 'QĐ' }))
  expect(await idsOfStandings(trainer, filter, at(today))).toBeNull()
})

test('a list takes six queries at most, and one more with a name', async () => {
  const manager = await aPerson({ role: 'manager' })
  const role = { personId: manager.id, unitId: world.province, role: 'manager' as const, fromDay: '2026-02-01' }
  done(await appoint(root, { ...role, reason: 'QĐ' }))
  const asked = { unitId: world.province, day: today }
  expect(await countQueries(() => standingsPage(manager, asked, at(today)))).toBeLessThanOrEqual(6)
  expect(await countQueries(() => standingsPage(manager, asked, at(today)))).toBeLessThanOrEqual(4)
  const named = { ...asked, unitId: world.office, words: 'Nguyễn' }
  expect(await countQueries(() => standingsPage(manager, named, at(today)))).toBeLessThanOrEqual(7)
})

test('an account that was closed is in no list', async () => {
  const asked = { unitId: world.province, day: today }
  const [gone = ''] = world.people
  const close = (closedAt: Date | null) =>
    write((tx) =>
      tx
        .update(people)
        .set({ closedAt })
        .where(inArray(people.id, [gone])),
    )
  await close(new Date())
  expect((await everyPage(root, asked))?.map(({ personId }) => personId)).not.toContain(gone)
  await close(null)
  expect(await everyPage(root, asked)).toHaveLength(62)
})
