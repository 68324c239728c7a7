import { beforeAll, expect, test } from 'vitest'
import { aCertifiedEdition } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aHead, manyMembers, remindOn } from '#tests/reminding.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aUnit } from '#tests/units.ts'

// A province in which tens of thousands are due on one day: found by a simulated year over the whole demonstration province.

const many = 450

beforeAll(async () => {
  const unitId = await aUnit({ type: 'so_nganh' })
  await aHead(unitId)
  await manyMembers(unitId, many)
  await aRequirement({ unitId, courseIds: [await aCourseOf(await aCertifiedEdition())] })
})

test('on a day between two steps those who wait for the next are not looked at', async () => {
  expect(await remindOn('2026-03-17')).toMatchObject({ people: many })
  const asked = await countQueries(async () => expect(await remindOn('2026-03-18')).toMatchObject({ people: 0 }))
  expect(asked).toBeLessThanOrEqual(20)
  expect(await remindOn('2026-03-24')).toMatchObject({ people: many })
})
