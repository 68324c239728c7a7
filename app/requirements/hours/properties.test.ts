import fc from 'fast-check'
import { expect, test } from 'vitest'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { hoursOf } from '#app/requirements/hours/hours-of.server.ts'
import { trainingRecordOf } from '#app/requirements/hours/training-record-of.server.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { aCredit } from '#tests/credits.ts'
import { aWorld, event, happen, type World } from '#tests/unit-events.ts'

const root = 'command-line'

test('wherever units and people go, nobody loses or doubles an hour, nor a line of their record', {
  timeout: 120_000,
}, async () => {
  const editionId = await aCertifiedEdition()
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 12 }), async (events) => {
      const world = await aWorld()
      for (const [place, id] of world.people.entries()) {
        await award({ id }, editionId, new Date(`2026-0${place + 1}-11T03:00:00Z`))
        const credit = await aCredit({ id }, { hours: String(place + 4) })
        if (place % 2 === 0) await confirmCredit(root, credit)
      }
      const before = await hoursIn(world)
      for (const one of events) {
        await happen(world, one)
        expect(await hoursIn(world)).toEqual(before)
      }
    }),
    { numRuns: 6 },
  )
})

/** What each has in the year, what waits for the agency, and how many lines their record has. */
async function hoursIn({ people }: World) {
  const told = []
  for (const id of people) {
    const hours = await hoursOf(root, id, 2026, '2026-12-31')
    const record = await trainingRecordOf(root, id)
    told.push([hours?.total, hours?.provisional, hours?.byCategory, record?.lines.length])
  }
  return told
}
