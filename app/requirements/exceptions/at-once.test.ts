import { expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { decideException } from '#app/requirements/exceptions/decide.server.ts'
import { giveExceptions } from '#app/requirements/exceptions/give.server.ts'
import { takeBackException } from '#app/requirements/exceptions/take-back.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { anExtension, asked, at, aWaiver, rowsOf, someAsked, stood, today, waived } from '#tests/exceptions.ts'
import { aPerson } from '#tests/factories.ts'
import { done } from '#tests/units.ts'

/** Two who look after the same people. */
async function twoManagers(count = 1) {
  const scene = await someAsked(count)
  const other: SignedIn = await aPerson({ role: 'manager' })
  const role = {
    personId: other.id,
    unitId: scene.unitId,
    role: 'manager' as const,
    fromDay: '2020-01-01',
    reason: 'QĐ 2',
  }
  done(await appoint('command-line', role))
  return { ...scene, other }
}

const deedsIn = async (personId: string, verb: string) =>
  (await auditLinesAbout('person', personId)).filter((line) => line.verb === `requirements.${verb}`)

test('one gives and one refuses at once: one of them decides, the other is told what', async () => {
  const { learner, manager, other, requirementId } = await twoManagers()
  const id = await asked(learner, requirementId)
  const [gave, refused] = await Promise.all([
    decideException(manager, id, { decision: 'given', reason: '' }, today),
    decideException(other, id, { decision: 'refused', reason: 'Còn kịp' }, today),
  ])
  const [row] = await rowsOf(learner.id)
  const late = { problem: 'decided-already', state: row?.state }
  const isGiven = row?.state === 'given'
  expect([gave, refused]).toEqual(isGiven ? [{ decided: 'given' }, late] : [late, { decided: 'refused' }])
  expect(row?.decidedBy).toBe(isGiven ? manager.id : other.id)
  const deeds = [...(await deedsIn(learner.id, 'give-exception')), ...(await deedsIn(learner.id, 'refuse-exception'))]
  expect(deeds).toHaveLength(1)
})

test('two excuse the same people at once: each is excused once, by one of them, and the other hears so', async () => {
  const { people, manager, other, requirementId } = await twoManagers(3)
  const ids = people.map(({ id }) => id)
  const outcomes = await Promise.all([
    giveExceptions(manager, aWaiver(ids, requirementId), today),
    giveExceptions(other, aWaiver(ids, requirementId), today),
  ])
  expect(outcomes.flatMap((outcome) => done(outcome).given.map(({ personId }) => personId)).sort()).toEqual(ids.sort())
  expect(outcomes.flatMap((outcome) => done(outcome).left.map(({ problem }) => problem))).toEqual(
    ids.map(() => 'excused-already'),
  )
  for (const id of ids) expect(await rowsOf(id)).toHaveLength(1)
})

test('two take the same back at once: it is taken back once, and the other hears so', async () => {
  const { learner, manager, other, requirementId } = await twoManagers()
  const id = await waived(manager, learner.id, requirementId)
  const outcomes = await Promise.all([
    takeBackException(manager, id, 'Nhầm người', at('2026-02-05')),
    takeBackException(other, id, 'Đã đi làm lại', at('2026-02-05')),
  ])
  expect(outcomes.map((outcome) => JSON.stringify(outcome)).sort()).toEqual([
    '{"problem":"not-holding","state":"taken-back"}',
    '{"takenBack":true}',
  ])
  expect(await deedsIn(learner.id, 'take-back-exception')).toHaveLength(1)
})

test('one excuses while another takes the excuse back: what both were told is what stands', async () => {
  const { learner, manager, other, requirementId } = await twoManagers()
  const id = await waived(manager, learner.id, requirementId)
  const [taken, gave] = await Promise.all([
    takeBackException(manager, id, 'Nhầm người', at('2026-02-05')),
    giveExceptions(other, aWaiver([learner.id], requirementId), at('2026-02-05')),
  ])
  expect(taken).toEqual({ takenBack: true })
  const { given, left } = done(gave)
  const standing = (await stood(learner.id, '2026-02-05'))?.standing
  if (given.length === 1) expect([left, standing]).toEqual([[], 'excused'])
  else expect([left, standing]).toEqual([[{ personId: learner.id, problem: 'excused-already' }], 'due'])
})

test('a button pressed twice does it once', async () => {
  const { learner, manager, requirementId } = await twoManagers()
  const id = await asked(learner, requirementId)
  const twice = () => decideException(manager, id, { decision: 'given', reason: '' }, today)
  expect(await Promise.all([twice(), twice()])).toEqual([{ decided: 'given' }, { decided: 'given' }])
  expect(await deedsIn(learner.id, 'give-exception')).toHaveLength(1)
  const further = anExtension([learner.id], requirementId, '2026-06-30')
  const outcomes = await Promise.all([giveExceptions(manager, further, today), giveExceptions(manager, further, today)])
  expect(outcomes.map((outcome) => done(outcome).given.length).sort()).toEqual([0, 1])
})
