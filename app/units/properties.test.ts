import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aWorld, event, happen } from '#tests/unit-events.ts'
import { holds, successorsStand } from '#tests/unit-invariants.ts'
import { picturesOf } from '#tests/unit-pictures.ts'

test('after any sequence of events the tree is sound, the past is untouched, and nobody is lost or counted twice', {
  timeout: 120_000,
}, async () => {
  const did = { reorganised: 0, people: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 6, maxLength: 14 }), async (events) => {
      const world = await aWorld()
      let before = await picturesOf(world)
      for (const what of events) {
        const outcome = await happen(world, what)
        did[outcome]++
        const after = await picturesOf(world)
        for (const [on, was] of before) {
          const is = after.get(on)
          const isUntouched = outcome === 'refused' || on < what.day
          if (isUntouched) expect(is?.text === was.text, `${what.do} of ${what.day} changed ${on}`).toBe(true)
          if (outcome === 'reorganised') expect([is?.people, is?.credits]).toEqual([was.people, was.credits])
        }
        before = after
      }
      await holds(world)
      await successorsStand(world)
    }),
    { numRuns: 10 },
  )
  expect(did.reorganised).toBeGreaterThan(10)
  expect(did.people).toBeGreaterThan(3)
})
