import { expect, test } from 'vitest'
import { sumTotals } from '#app/units/memberships/sum-totals.server.ts'
import { split } from '#app/units/reorganisations/split.server.ts'
import { resolveTo } from '#app/units/tree/resolve.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aPlace, day, later, namesIn, root } from '#tests/reorganised.ts'
import { peopleOf } from '#tests/unit-reading.ts'
import { aDecision, aUnit, done } from '#tests/units.ts'

test('a split places people by list; the others wait above and show in every total', async () => {
  const province = await aUnit({ type: 'tinh' })
  const commune = await aUnit({ parentId: province, type: 'xa', name: 'Xã Gáo Giồng' })
  const [listed, waiting] = [await aPlace(commune, 'Nguyễn Văn Dân'), await aPlace(commune, 'Võ Thị Đẹp')]
  const [west, east] = [await aUnit({ parentId: province }), await aUnit({ parentId: province })]

  done(
    await split(root, {
      decision: aDecision(day),
      unitId: commune,
      into: [{ unitId: west }, { unitId: east }],
      people: [{ personId: listed, to: 1 }],
    }),
  )

  expect([await namesIn(west, day), await namesIn(east, day)]).toEqual([[], ['Nguyễn Văn Dân']])
  const totals = await sumTotals(province, day)
  expect(totals?.all).toMatchObject({ people: 2, waiting: 1 })
  expect(totals?.own).toMatchObject({ people: 1, waiting: 1 })
  const page = await peopleOf(root, { unitId: province, day, isWaiting: true })
  expect(page?.people).toMatchObject([{ personId: waiting, waitsFromId: commune }])
  expect((await resolveTo(later))(commune).sort()).toEqual([west, east].sort())
})

test('a split is refused with people who are not there, named twice or sent nowhere', async () => {
  const commune = await aUnit()
  const person = await aPlace(commune)
  const stranger = (await aPerson()).id
  const into = [{ unitId: await aUnit() }, { unitId: await aUnit() }]
  const people = [
    { personId: person, to: 0 },
    { personId: person, to: 1 },
    { personId: stranger, to: 7 },
    { personId: (await aPerson()).id, to: 0 },
  ]

  expect(await split(root, { decision: aDecision(day), unitId: commune, into, people })).toMatchObject({
    problems: [{ problem: 'person-twice' }, { problem: 'person-place' }, { problem: 'person-not-there' }],
  })
})

test('without a unit above nobody can wait, so every person must be named', async () => {
  const commune = await aUnit()
  const person = await aPlace(commune)
  const into = [{ unitId: await aUnit() }, { unitId: await aUnit() }]
  const form = { decision: aDecision(day), unitId: commune, into }

  expect(await split(root, { ...form, people: [] })).toEqual({
    problems: [{ problem: 'nothing-above', unitId: commune }],
  })
  done(await split(root, { ...form, people: [{ personId: person, to: 0 }] }))
})

test('a part may be carved out of a unit that lives on', async () => {
  const [department, office] = [await aUnit(), await aUnit()]
  const [stays, goes] = [await aPlace(department, 'Tô Thị Ngọc Ánh'), await aPlace(department, 'Lê Thị Ân')]
  done(
    await split(root, {
      decision: aDecision(day),
      unitId: department,
      into: [{ unitId: office }],
      people: [{ personId: goes, to: 0 }],
      stays: true,
    }),
  )

  expect([await namesIn(department, day), await namesIn(office, day)]).toEqual([['Tô Thị Ngọc Ánh'], ['Lê Thị Ân']])
  expect((await resolveTo(day))(department)).toEqual([department])
  expect(stays).not.toBe(goes)
})
