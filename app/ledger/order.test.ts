import fc from 'fast-check'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import type { SentEvent } from '#app/ledger/event.ts'
import { record } from '#app/ledger/record.server.ts'
import { type AnEdition, anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'
import { projectionsOf } from '#tests/projections.ts'

const start = Date.parse('2026-11-20T01:00:00Z')
const receivedAt = new Date('2026-11-22T01:00:00Z')

/** What one learner may do in the lessons, at moments that often coincide. */
function anything(edition: AnEdition): fc.Arbitrary<SentEvent> {
  const when = fc
    .integer({ min: 0, max: 8 })
    .map((second) => ({ id: uuid(), at: new Date(start + second * 1000).toISOString() }))
  const lesson = fc.constantFrom(...edition.lessons)
  const question = fc.constantFrom(...edition.practice.map((entry) => entry.question))
  return fc.oneof(
    fc.tuple(lesson, when).map(([key, at]) => did.opened(edition, key, at)),
    fc
      .tuple(lesson, when, fc.integer({ min: 1, max: 600 }))
      .map(([key, at, seconds]) => did.studied(edition, key, seconds, at)),
    fc.tuple(lesson, when).map(([key, at]) => did.read(edition, key, at)),
    fc
      .tuple(question, when, fc.boolean())
      .map(([asked, at, isRight]) =>
        did.practised(edition, asked.id, isRight ? rightAnswer(asked) : wrongAnswer(asked), at),
      ),
  )
}

test('whatever the order, the batches and the repetitions, the same work makes the same rows', async () => {
  const edition = await anEdition()
  const work = fc.array(anything(edition), { minLength: 1, maxLength: 25 })
  const sending = fc.record({
    ranks: fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
    batch: fc.integer({ min: 1, max: 9 }),
  })
  await fc.assert(
    fc.asyncProperty(work, sending, async (events, { ranks, batch }) => {
      const [tidy, wild] = [await aPerson(), await aPerson()]
      await record(tidy, { events }, receivedAt)

      const twice = [...events, ...events].map((event, place) => ({ event, rank: ranks[place] ?? 0 }))
      const shuffled = twice.sort((a, b) => a.rank - b.rank).map(({ event }) => event)
      const batches = []
      while (shuffled.length > 0) batches.push(shuffled.splice(0, batch))
      const answers = await Promise.all(batches.map((part) => record(wild, { events: part }, receivedAt)))

      expect(answers.flatMap(({ receipts }) => receipts).every(({ outcome }) => outcome === 'received')).toBe(true)
      const rows = JSON.stringify(await projectionsOf(wild)).replaceAll(wild.id, tidy.id)
      expect(JSON.parse(rows)).toEqual(JSON.parse(JSON.stringify(await projectionsOf(tidy))))
    }),
    { numRuns: 40 },
  )
})
