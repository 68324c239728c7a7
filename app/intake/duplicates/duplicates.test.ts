import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { pairsAlike } from '#app/intake/duplicates/duplicate.ts'
import { duplicatesOf, proposedDuplicates } from '#app/intake/duplicates/duplicates.server.ts'
import { keepApart } from '#app/intake/duplicates/keep-apart.server.ts'
import { mergePeople } from '#app/intake/duplicates/merge-people.server.ts'
import { people } from '#app/people/schema.ts'
import { setIdentityNumber } from '#app/units/identity-numbers/set-identity-number.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, aUnit, done, manages } from '#tests/units.ts'

type Facts = { fullName: string; birthYear?: number; phone?: string }

async function somebody({ fullName, ...facts }: Facts) {
  const person = await aPerson({ fullName })
  await write((tx) =>
    tx
      .update(people)
      .set({ birthYear: null, ...facts })
      .where(eq(people.id, person.id)),
  )
  return person
}

const reasonsOf = async (person: { id: string }) =>
  ((await duplicatesOf('command-line', person.id)) ?? []).map(({ one, other, reason }) => [one.id, other.id, reason])
const pair = (a: { id: string }, b: { id: string }, reason: string) => [...[a.id, b.id].sort(), reason]

test('the same number is certain, whatever the names', async () => {
  const [hoa, tam] = [await somebody({ fullName: 'Lê Thị Hoa' }), await somebody({ fullName: 'Võ Văn Tám' })]
  await setIdentityNumber('command-line', hoa.id, '999190003001')
  await setIdentityNumber('command-line', tam.id, '999190003001')

  expect(await reasonsOf(hoa)).toEqual([pair(hoa, tam, 'same-number')])
  expect(await reasonsOf(tam)).toEqual([pair(hoa, tam, 'same-number')])
  expect((await proposedDuplicates('command-line'))?.duplicates[0]).toMatchObject({ isCertain: true })
  done(await mergePeople('command-line', hoa.id, tam.id, 'Một người'))
  expect(await reasonsOf(hoa)).toEqual([])
})

test('the same name, tones or none, with the same phone is a hint, unless the years of birth differ', async () => {
  const phone = '+84900000001'
  const one = await somebody({ fullName: 'Huỳnh Thị Hoà', phone, birthYear: 1980 })
  const other = await somebody({ fullName: 'HUỲNH THỊ HÒA', phone })
  const child = await somebody({ fullName: 'Huỳnh Thị Hoa', phone, birthYear: 2005 })
  await somebody({ fullName: 'Huỳnh Thị Hoa', phone: '+84900000002', birthYear: 1980 })
  await somebody({ fullName: 'Huỳnh Thị Hoài', phone, birthYear: 1980 })

  expect(await reasonsOf(one)).toEqual([pair(one, other, 'name-and-phone')])
  expect((await reasonsOf(other)).length).toBe(2)
  expect(await reasonsOf(child)).toEqual([pair(other, child, 'name-and-phone')])
})

test('the same name, year and unit is a hint; the same in another unit is not', async () => {
  const facts = { fullName: 'Nguyễn Văn Dân', birthYear: 1975 }
  const [one, other, elsewhere] = [await somebody(facts), await somebody(facts), await somebody(facts)]
  const unknown = await somebody({ fullName: facts.fullName })
  const unitId = await aUnit()
  for (const { id } of [one, other, unknown]) await aMembership({ personId: id, unitId })
  await aMembership({ personId: elsewhere.id, unitId: await aUnit() })

  expect(await reasonsOf(one)).toEqual([pair(one, other, 'name-and-unit')])
  expect(await reasonsOf(elsewhere)).toEqual([])
})

test('two who are said to be two are not proposed again', async () => {
  const phone = '+84900000003'
  const [one, other] = [await somebody({ fullName: 'Tô Ánh', phone }), await somebody({ fullName: 'Tô Ánh', phone })]
  expect(await reasonsOf(one)).toHaveLength(1)

  expect(await keepApart('command-line', other.id, one.id, '')).toEqual({ problem: 'reason-needed' })
  expect(await keepApart('command-line', other.id, one.id, 'Hai mẹ con')).toEqual({ apart: true })
  expect(await keepApart('command-line', one.id, other.id, 'Hai mẹ con')).toEqual({ apart: true })
  expect(await keepApart('command-line', one.id, one.id, 'Một người')).toEqual({ problem: 'same-person' })
  expect(await keepApart(one, one.id, other.id, 'Hai mẹ con')).toBeNull()

  expect(await reasonsOf(one)).toEqual([])
})

test('a manager is proposed only pairs of whom they look after both', async () => {
  const phone = '+84900000004'
  const [one, other, stranger] = await Promise.all([1, 2, 3].map(() => somebody({ fullName: 'Đặng Thị Đào', phone })))
  if (!one || !other || !stranger) throw new Error('nobody')
  const manager = await aPerson({ role: 'manager' })
  await manages(manager, one, other)

  const ids = (await proposedDuplicates(manager))?.duplicates.map((found) => [found.one.id, found.other.id].sort())
  expect(ids).toEqual([[one.id, other.id].sort()])
  expect(await duplicatesOf(manager, stranger.id)).toEqual([])
  expect(await proposedDuplicates(await aPerson({ role: 'manager' }))).toEqual({ duplicates: [], next: null })
  for (const role of ['learner', 'trainer'] as const)
    expect(await proposedDuplicates(await aPerson({ role }))).toBeNull()
})

test('pages hold every pair once, also when a page ends within many of one name', async () => {
  for (let at = 0; at < 70; at++) {
    const facts = { fullName: `Phan Thị ${String.fromCharCode(65 + (at % 26))}${at}`, phone: `+8491${at}` }
    await somebody(facts)
    await somebody(facts)
  }
  const found: string[] = []
  let after: string | null | undefined = null
  do {
    const page: Awaited<ReturnType<typeof proposedDuplicates>> = await proposedDuplicates('command-line', after)
    found.push(...(page?.duplicates ?? []).map(({ one, other }) => `${one.id} ${other.id}`))
    after = page?.next
  } while (after)

  expect(new Set(found).size).toBe(found.length)
  expect(found.length).toBeGreaterThanOrEqual(70)
})

test('whatever people there are, a pair is proposed once, never with itself, and only with a phone or unit in common', () => {
  const one = fc.record({
    birthYear: fc.option(fc.constantFrom(1980, 1981), { nil: null }),
    phone: fc.option(fc.constantFrom('a', 'b'), { nil: null }),
    unitIds: fc.uniqueArray(fc.constantFrom('x', 'y')),
  })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 12 }), (facts) => {
      const all = facts.map((fact, at) => ({ ...fact, id: String(at).padStart(3, '0') }))
      const found = pairsAlike(all)
      const expected = all.flatMap((a, at) =>
        all
          .slice(at + 1)
          .filter((b) => {
            const isSamePhone = a.phone !== null && a.phone === b.phone
            const isSameUnit = a.unitIds.some((unit) => b.unitIds.includes(unit))
            const isSameYear = a.birthYear !== null && a.birthYear === b.birthYear
            const mayBe = isSameYear || a.birthYear === null || b.birthYear === null
            return (isSamePhone && mayBe) || (isSameUnit && isSameYear)
          })
          .map((b) => `${a.id} ${b.id}`),
      )
      expect(found.map(({ oneId, otherId }) => `${oneId} ${otherId}`).sort()).toEqual(expected.sort())
    }),
  )
})
