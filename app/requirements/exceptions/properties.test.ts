import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/i18n/calendar.ts'
import { askForException } from '#app/requirements/exceptions/ask.server.ts'
import { decideException } from '#app/requirements/exceptions/decide.server.ts'
import { giveExceptions } from '#app/requirements/exceptions/give.server.ts'
import { takeBackException } from '#app/requirements/exceptions/take-back.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { at, rowsOf, someAsked } from '#tests/exceptions.ts'
import { aPerson } from '#tests/factories.ts'
import { done, manages } from '#tests/units.ts'

const first = '2026-02-01'

const step = fc.record({
  /** Days since the step before: most happen on the same day. */
  days: fc.constantFrom(0, 0, 0, 1, 20),
  by: fc.nat(5),
  about: fc.nat(1),
  which: fc.nat(7),
  kind: fc.constantFrom('extension' as const, 'waiver' as const, 'pause' as const),
  deed: fc.constantFrom('ask' as const, 'give' as const, 'decide' as const, 'refuse' as const, 'take-back' as const),
  from: fc.integer({ min: -30, max: 60 }),
  length: fc.option(fc.integer({ min: -2, max: 200 }), { nil: null }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Two learners, two who look after them, one manager of others, and a trainer who only looks. */
async function aScene() {
  const scene = await someAsked(2)
  const [second, stranger, trainer] = [
    await aPerson({ role: 'manager' }),
    await aPerson({ role: 'manager' }),
    await aPerson(),
  ]
  const role = { unitId: scene.unitId, fromDay: '2020-01-01', reason: 'QĐ 2' }
  done(await appoint('command-line', { ...role, personId: second.id, role: 'training-officer' }))
  done(await appoint('command-line', { ...role, personId: trainer.id, role: 'trainer' }))
  await manages(stranger, await aPerson())
  const actors = [...scene.people, scene.manager, second, stranger, trainer]
  return { ...scene, actors, deciders: new Set([scene.manager.id, second.id]) }
}
type Scene = Awaited<ReturnType<typeof aScene>>

async function take({ actors, people, requirementId }: Scene, one: Step, day: string) {
  const [actor, learner] = [actors[one.by], people[one.about]]
  if (!actor || !learner) throw new Error('nobody')
  const now = at(day)
  const [fromDay, reason] = [addDays(day, one.from), 'Lý do']
  const toDay = one.length === null ? '' : addDays(fromDay, one.length)
  const dueDay = addDays(day, one.from + 60)
  const rows = await rowsOf(learner.id)
  const id = rows[one.which % Math.max(rows.length, 1)]?.id ?? 'none'
  if (one.deed === 'ask')
    return askForException(
      actor,
      { kind: one.kind === 'extension' ? 'extension' : 'waiver', requirementId, dueDay, reason },
      now,
    )
  if (one.deed === 'give') {
    const form = { kind: one.kind, personIds: [learner.id, actor.id], requirementId, fromDay, toDay, dueDay, reason }
    return giveExceptions(actor, form, now)
  }
  if (one.deed === 'take-back') return takeBackException(actor, id, reason, now)
  return decideException(actor, id, { decision: one.deed === 'decide' ? 'given' : 'refused', reason }, now)
}

/** What was decided was decided by somebody who may, and each row says all that its state needs, and no more. */
async function expectValid({ people, manager, deciders }: Scene) {
  for (const person of [...people, manager]) {
    const rows = await rowsOf(person.id)
    const open = rows.filter(({ state }) => state === 'asked')
    expect(new Set(open.map(({ requirementId }) => requirementId)).size).toBe(open.length)
    for (const row of rows) {
      expect(row.fromDay < row.toDay).toBe(true)
      expect(row.dueDay !== null).toBe(row.kind === 'extension')
      expect(row.requirementId === null).toBe(row.kind === 'pause')
      expect(row.askedAt !== null || row.state === 'given' || row.state === 'taken-back').toBe(true)
      expect(row.decidedAt !== null).toBe(row.state !== 'asked')
      expect(row.takenBackAt !== null).toBe(row.state === 'taken-back')
      for (const by of [row.decidedBy, row.takenBackBy])
        if (by !== null) expect([deciders.has(by), by === person.id]).toEqual([true, false])
      expect(row.decidedBy !== null).toBe(row.state !== 'asked')
      if (row.state === 'refused') expect(row.decisionReason).not.toBeNull()
    }
  }
}

const told = async ({ people }: Scene, day: string) =>
  JSON.stringify(
    await Promise.all(
      people.map(async ({ id }) => (await standingsOf('command-line', id, day))?.map(({ stands }) => stands)),
    ),
  )

test('whatever is asked, given, refused and taken back by whomever, each is decided by who may, and past days stay', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const scene = await aScene()
      const reported = new Map<string, string>()
      let day = first
      for (const one of steps) {
        if (one.days > 0) reported.set(day, await told(scene, day))
        day = addDays(day, one.days)
        await take(scene, one, day)
      }
      await expectValid(scene)
      for (const [past, words] of reported) expect(await told(scene, past)).toBe(words)
    }),
    { numRuns: 25 },
  )
}, 120_000)
