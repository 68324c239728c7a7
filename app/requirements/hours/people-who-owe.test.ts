import { expect, test } from 'vitest'
import { countWhoOwe, peopleWhoOwe } from '#app/requirements/hours/people-who-owe.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, aUnit } from '#tests/units.ts'

const day = '2026-11-20'
const { quotas } = settingsOn(day)

test('who owes hours is found alike by sorting and by walking, from the first and from any of them on', async () => {
  const unitId = await aUnit()
  const office = await aUnit({ parentId: unitId })
  for (const fullName of ['Trần Văn Bình', 'Lê Thị An', 'Lê Thị An', 'Võ Ân']) {
    await aMembership({ personId: (await aPerson({ fullName })).id, unitId: office })
    await aMembership({ personId: (await aPerson({ fullName })).id, unitId: office, category: 'nguoi_dan' })
    await aMembership({ personId: (await aPerson({ fullName })).id, unitId: await aUnit() })
  }
  const found = (isWalk: boolean, most: number, after?: string) =>
    peopleWhoOwe({ unitId, after }, { day, quotas, most, isWalk })
  const all = await found(false, 10)
  expect(all).toHaveLength(4)
  expect(await found(true, 10)).toEqual(all)
  expect(await countWhoOwe({ unitId }, day, quotas)).toBe(4)
  for (const [place, { sortKey, personId }] of all.entries()) {
    const after = `${sortKey}.${personId}`
    for (const isWalk of [true, false]) expect(await found(isWalk, 2, after)).toEqual(all.slice(place + 1, place + 3))
  }
})
