import { and, inArray, or } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { peoplePage } from '#app/units/memberships/people-page.server.ts'
import type { PeopleAsked } from '#app/units/memberships/unit-person.ts'
import type { Way } from '#app/units/memberships/way-to-people.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { unitStates } from '#app/units/schema.ts'
import { isAboveSeen, isUnitSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { treeAt } from '#app/units/tree/tree-at.server.ts'
import type { Province } from '#tests/demo/province.ts'
import { aPerson } from '#tests/factories.ts'
import { aSmallProvince } from '#tests/province.ts'
import { headcountOf, peopleOf } from '#tests/unit-reading.ts'
import { done } from '#tests/units.ts'

const root = 'command-line'
const [eve, merger, today] = ['2025-06-30', '2025-07-01', '2026-06-30']
let province: Province

beforeAll(async () => {
  province = await aSmallProvince()
}, 120_000)

test('whatever way a page of people is found, it names the same people in the same order', async () => {
  const { merged } = province
  const manager = await aPerson({ role: 'manager' })
  const role = { personId: manager.id, unitId: merged.dongThap, role: 'manager' as const, fromDay: '2025-07-01' }
  done(await appoint(root, { ...role, reason: 'QĐ 9' }))
  for (const who of [root, manager] as const)
    for (const unitId of [merged.dongThap, merged.communes.myTho])
      for (const words of ['', 'an', 'Nguyễn Thị Hoa', 'xyzzy'])
        for (const isDirect of [false, true]) {
          const scope = await seenBy(who, today)
          const asked = { unitId, day: today, words, isDirect }
          const wanted = await everyPage(scope, asked, { by: 'units', ids: [] })
          for (const way of await otherWays()) expect(await everyPage(scope, asked, way)).toEqual(wanted)
          if (words === '' && !isDirect) expect(wanted.length).toBeGreaterThan(20)
          if (words === 'xyzzy') expect(wanted).toEqual([])
        }
})

test('who waits for a place is named in each unit above, and nobody else is', async () => {
  const { dongThap, communes } = province.merged
  const total = await headcountOf(root, dongThap, merger)
  const waiting = await everyPage(await seenBy(root, merger), { unitId: dongThap, day: merger, isWaiting: true })
  expect(waiting.length).toBe(total?.waiting)
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting.every(({ waitsFromId }) => waitsFromId !== null)).toBe(true)
  expect((await peopleOf(root, { unitId: communes.myTho, day: merger, isWaiting: true }))?.people).toEqual([])
})

test('an account that is closed, or waits for the end of an import, is not named', async () => {
  const asked = { unitId: province.merged.communes.myTho, day: today }
  const before = (await peopleOf(root, asked))?.people ?? []
  const [gone] = before
  await write((tx) =>
    tx
      .update(people)
      .set({ closedAt: new Date() })
      .where(inArray(people.id, [gone?.personId ?? ''])),
  )
  const after = (await peopleOf(root, asked))?.people ?? []
  expect(after.map(({ personId }) => personId)).not.toContain(gone?.personId)
  await write((tx) =>
    tx
      .update(people)
      .set({ closedAt: null })
      .where(inArray(people.id, [gone?.personId ?? ''])),
  )
  expect((await peopleOf(root, asked))?.people).toEqual(before)
})

test('however many accounts are closed among the first, whatever way is taken names the rest', async () => {
  const scope = await seenBy(root, today)
  const asked = { unitId: province.merged.dongThap, day: today }
  const first = await peoplePage(scope, asked, { by: 'walk', ids: [] })
  const next = await peoplePage(scope, { ...asked, after: first.next }, { by: 'walk', ids: [] })
  const gone = [...first.people.slice(0, 40), ...next.people.slice(0, 40)].map(({ personId }) => personId)
  await write((tx) => tx.update(people).set({ closedAt: new Date() }).where(inArray(people.id, gone)))
  const found = await everyPage(scope, asked, { by: 'units', ids: [] })
  expect(found).toEqual(await everyPage(scope, asked, { by: 'walk', ids: [] }))
  expect(found.length).toBeGreaterThan(100)
  await write((tx) => tx.update(people).set({ closedAt: null }).where(inArray(people.id, gone)))
})

test('the top of the tree is the tree down to a level, on any day, for whoever looks', async () => {
  const manager = await aPerson({ role: 'manager' })
  const role = { personId: manager.id, unitId: province.merged.communes.myTho, role: 'manager' as const }
  done(await appoint(root, { ...role, fromDay: '2025-07-01', reason: 'QĐ 9' }))
  for (const who of [root, manager] as const)
    for (const day of [eve, today]) {
      const whole = await treeAt(who, day, { today })
      expect(whole.map(({ unitId }) => unitId).sort()).toEqual(await unitsSeenBy(who, day))
      for (const levels of [1, 2, 3]) {
        const top = await treeAt(who, day, { levels, today })
        expect(top).toEqual(whole.filter(({ depth }) => depth < levels))
        if (day === today) expect(top.length).toBeGreaterThan(0)
      }
    }
})

/** All that stands on a day and that somebody sees, or stands above it; asked without a tree. */
async function unitsSeenBy(who: Authority, day: string): Promise<string[]> {
  const scope = { ...(await seenBy(who, today)), day }
  const { unitId } = unitStates
  const seen = scope.isEverything ? undefined : or(isUnitSeen(scope, unitId), isAboveSeen(scope, unitId))
  const rows = await db
    .select({ unitId })
    .from(unitStates)
    .where(and(onDay(unitStates, day), seen))
  return rows.map((row) => row.unitId).sort()
}

async function otherWays(): Promise<Way[]> {
  const ids = (await db.select({ id: people.id }).from(people)).map(({ id }) => id)
  return [
    { by: 'walk', ids: [] },
    { by: 'names', ids },
  ]
}

async function everyPage(scope: Awaited<ReturnType<typeof seenBy>>, asked: PeopleAsked, way?: Way) {
  const found = []
  for (let after: string | null = null; ; ) {
    const page = await peoplePage(scope, { ...asked, after }, way)
    found.push(...page.people)
    if (!page.next) return found
    after = page.next
  }
}
