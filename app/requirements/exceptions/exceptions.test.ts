import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { notices } from '#app/messages/schema.ts'
import { changedPeople } from '#app/people/schema.ts'
import { askForException } from '#app/requirements/exceptions/ask.server.ts'
import { decideException } from '#app/requirements/exceptions/decide.server.ts'
import { exceptionSeen } from '#app/requirements/exceptions/exception-seen.server.ts'
import { exceptionsOf } from '#app/requirements/exceptions/exceptions-of.server.ts'
import { giveExceptions } from '#app/requirements/exceptions/give.server.ts'
import { takeBackException } from '#app/requirements/exceptions/take-back.server.ts'
import { withdrawRequest } from '#app/requirements/exceptions/withdraw.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { award } from '#tests/certificates.ts'
import { anExtension, asked, at, aWaiver, rowsOf, someAsked, stood, today, waived } from '#tests/exceptions.ts'
import { aPerson } from '#tests/factories.ts'
import { done, manages } from '#tests/units.ts'

const given = { decision: 'given' as const, reason: '' }
const toldOf = (personId: string) => db.select().from(notices).where(eq(notices.personId, personId))
const isMarked = async (personId: string) =>
  (await db.select().from(changedPeople).where(eq(changedPeople.personId, personId))).length === 1
const unmark = (personId: string) =>
  write((tx) => tx.delete(changedPeople).where(and(eq(changedPeople.personId, personId))))

test('a learner asks for more time, and has it from the day a manager gives it', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const id = await asked(learner, requirementId)
  expect((await stood(learner.id, '2026-04-10'))?.standing).toBe('overdue')
  await unmark(learner.id)
  expect(await decideException(manager, id, given, at('2026-04-10'))).toEqual({ decided: 'given' })

  expect((await stood(learner.id, '2026-04-09'))?.standing).toBe('overdue')
  expect(await stood(learner.id, '2026-04-10')).toMatchObject({ standing: 'due', dueDay: '2026-05-31' })
  expect(await isMarked(learner.id)).toBe(true)
  expect(await toldOf(learner.id)).toMatchObject([
    { kind: 'decision', subject: 'Bạn được gia hạn: Kỹ năng số cơ bản', path: '/me/requests' },
  ])
  expect((await auditLinesAbout('person', learner.id)).slice(-2)).toMatchObject([
    { verb: 'requirements.ask-exception', actorId: learner.id, before: null, after: { state: 'asked' } },
    {
      verb: 'requirements.give-exception',
      actorId: manager.id,
      before: { exceptionId: id, state: 'asked' },
      after: { exceptionId: id, state: 'given', dueDay: '2026-05-31' },
    },
  ])
})

test('a manager may give another day than was asked for', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const id = await asked(learner, requirementId)
  expect(await decideException(manager, id, { ...given, dueDay: '2026-02-31' }, today)).toEqual({
    problem: 'day-wrong',
  })
  expect(await decideException(manager, id, { ...given, dueDay: '2026-04-15' }, today)).toEqual({ decided: 'given' })
  expect((await stood(learner.id, '2026-02-02'))?.dueDay).toBe('2026-04-15')
})

test('to refuse needs a reason, which the learner is told; nothing else changes', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const id = await asked(learner, requirementId)
  expect(await decideException(manager, id, { decision: 'refused', reason: ' ' }, today)).toEqual({
    problem: 'reason-needed',
  })
  const why = 'Còn kịp hai tháng'
  expect(await decideException(manager, id, { decision: 'refused', reason: why }, today)).toEqual({
    decided: 'refused',
  })
  expect((await stood(learner.id, '2026-04-10'))?.standing).toBe('overdue')
  const [notice] = await toldOf(learner.id)
  expect(notice).toMatchObject({ subject: 'Chưa được đồng ý. Xin gia hạn: Kỹ năng số cơ bản' })
  expect(notice?.body).toContain(why)
  expect(await asked(learner, requirementId)).not.toBe(id)
})

test('one request about one thing is open at a time, whatever it asks for; withdrawn, another may follow', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const id = await asked(learner, requirementId)
  const again = { kind: 'waiver' as const, requirementId, reason: 'Sắp nghỉ hưu' }
  expect(await askForException(learner, again, today)).toEqual({ problems: { requirement: 'asked-already' } })
  expect(await withdrawRequest(manager, id)).toBeNull()
  expect(await withdrawRequest(learner, id)).toBe(true)
  expect(await withdrawRequest(learner, id)).toBeNull()
  const waiver = done(await askForException(learner, again, today)).asked
  done(await decideException(manager, waiver, given, today))
  expect(await withdrawRequest(learner, waiver)).toBe(false)
})

test('what is not asked of a learner, is done, or would be no later, is refused', async () => {
  const { learner, requirementId, editionId } = await someAsked()
  const stranger = await aPerson()
  const form = { kind: 'extension' as const, requirementId, dueDay: '2026-05-31', reason: 'Ốm' }
  const problemsOf = async (person = learner, changes = {}, now = today) => {
    const outcome = await askForException(person, { ...form, ...changes }, now)
    return 'problems' in outcome ? outcome.problems : null
  }
  expect(await problemsOf(stranger)).toEqual({ requirement: 'not-asked' })
  expect(await problemsOf(learner, { requirementId: 'nothing' })).toEqual({ requirement: 'requirement-unknown' })
  expect(await problemsOf(learner, { requirementId: '' })).toEqual({ requirement: 'requirement-needed' })
  expect(await problemsOf(learner, { dueDay: '2026-03-31' })).toEqual({ dueDay: 'due-not-later' })
  expect(await problemsOf(learner, { dueDay: '2026-02-31' })).toEqual({ dueDay: 'day-wrong' })
  expect(await problemsOf(learner, { dueDay: '2026-01-31' })).toEqual({ dueDay: 'due-past' })
  expect(await problemsOf(learner, { reason: ' ' })).toEqual({ reason: 'reason-needed' })
  await award(learner, editionId, at('2026-01-15'))
  expect(await problemsOf()).toEqual({ requirement: 'done-already' })
  expect(await rowsOf(learner.id)).toEqual([])
})

test('many are excused at once; who cannot be is left out and told why, a stranger like nobody', async () => {
  const { people, manager, requirementId } = await someAsked(3)
  const stranger = await aPerson()
  const [first, second, third] = people.map(({ id }) => id)
  await waived(manager, first ?? '', requirementId)
  const ids = [...people.map(({ id }) => id), manager.id, stranger.id, 'nobody', second ?? '']
  const outcome = done(await giveExceptions(manager, aWaiver(ids, requirementId), today))
  expect(outcome.given.map(({ personId }) => personId).sort()).toEqual([second, third].sort())
  expect(outcome.left).toEqual([
    { personId: first, problem: 'excused-already' },
    { personId: manager.id, problem: 'self' },
    { personId: stranger.id, problem: 'not-yours' },
    { personId: 'nobody', problem: 'not-yours' },
  ])
  for (const { id } of people) {
    expect((await stood(id, '2026-02-02'))?.standing).toBe('excused')
    expect(await toldOf(id)).toHaveLength(1)
    expect(await isMarked(id)).toBe(true)
  }
  expect(await giveExceptions(manager, aWaiver([stranger.id, 'nobody'], requirementId), today)).toBeNull()
  expect(await giveExceptions(await aPerson(), aWaiver(ids, requirementId), today)).toBeNull()
})

test('a form that says what cannot be is refused whole', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const form = aWaiver([learner.id], requirementId)
  const problemsOf = async (changes: Partial<typeof form>) => {
    const outcome = await giveExceptions(manager, { ...form, ...changes }, today)
    return outcome && 'problems' in outcome ? outcome.problems : null
  }
  expect(await problemsOf({ fromDay: '2026-03-10', toDay: '2026-03-10' })).toEqual({ toDay: 'ends-before-begin' })
  expect(await problemsOf({ fromDay: '2026-02-31' })).toEqual({ fromDay: 'day-wrong' })
  expect(await problemsOf({ toDay: '31/02/2026' })).toEqual({ toDay: 'day-wrong' })
  expect(await problemsOf({ fromDay: '2026-01-01', toDay: '2026-02-01' })).toEqual({ toDay: 'past-already' })
  expect(await problemsOf({ reason: '' })).toEqual({ reason: 'reason-needed' })
  expect(await problemsOf({ requirementId: null })).toEqual({ requirement: 'requirement-needed' })
  expect(await problemsOf({ requirementId: 'none' })).toEqual({ requirement: 'requirement-unknown' })
  expect(await problemsOf({ personIds: [] })).toEqual({ people: 'people-needed' })
  expect(await problemsOf({ kind: 'extension', dueDay: '' })).toEqual({ dueDay: 'day-wrong' })
  expect(await rowsOf(learner.id)).toEqual([])
})

test('a pause is of everything, and gives the days away back', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const form = { kind: 'pause' as const, personIds: [learner.id], requirementId, reason: 'Nghỉ thai sản' }
  const leave = { ...form, fromDay: '2026-02-01', toDay: '2026-02-11' }
  done(await giveExceptions(manager, leave, today))
  expect(await rowsOf(learner.id)).toMatchObject([{ requirementId: null, dueDay: null }])
  expect((await stood(learner.id, '2026-02-05'))?.standing).toBe('excused')
  expect(await stood(learner.id, '2026-03-01')).toMatchObject({ standing: 'due', dueDay: '2026-04-10' })
  expect(await giveExceptions(manager, leave, today)).toMatchObject({ left: [{ problem: 'away-already' }] })
})

test('what is given answers an open request for the same', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const id = await asked(learner, requirementId)
  expect(await giveExceptions(manager, anExtension([learner.id], requirementId, '2026-04-30'), today)).toEqual({
    given: [{ id, personId: learner.id }],
    left: [],
  })
  expect(await rowsOf(learner.id)).toMatchObject([{ state: 'given', dueDay: '2026-04-30', decidedBy: manager.id }])
})

test('what was taken back holds no longer, and the days before stay as they were', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const id = await waived(manager, learner.id, requirementId)
  expect(await takeBackException(manager, id, '', at('2026-02-10'))).toEqual({ problem: 'reason-needed' })
  await unmark(learner.id)
  expect(await takeBackException(manager, id, 'Nhầm người', at('2026-02-10'))).toEqual({ takenBack: true })
  expect(await takeBackException(manager, id, 'Nhầm người', at('2026-02-11'))).toEqual({ takenBack: true })
  expect((await stood(learner.id, '2026-02-09'))?.standing).toBe('excused')
  expect((await stood(learner.id, '2026-02-10'))?.standing).toBe('due')
  expect(await isMarked(learner.id)).toBe(true)
  expect((await toldOf(learner.id)).map(({ subject }) => subject)).toContain('Đã thu lại. Miễn học: Kỹ năng số cơ bản')
  expect((await auditLinesAbout('person', learner.id)).at(-1)).toMatchObject({
    verb: 'requirements.take-back-exception',
    before: { exceptionId: id, state: 'given' },
    after: { exceptionId: id, state: 'taken-back' },
    reason: 'Nhầm người',
  })
  const request = await asked(learner, requirementId)
  expect(await takeBackException(manager, request, 'Nhầm', today)).toEqual({ problem: 'not-holding', state: 'asked' })
})

test('nobody decides about themselves, nor about people of others', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const [other, auditor] = [await aPerson({ role: 'manager' }), await aPerson()]
  await manages(other, auditor)
  const own = await asked(manager, requirementId)
  const id = await asked(learner, requirementId)
  expect(await decideException(manager, own, given, today)).toBeNull()
  for (const stranger of [other, learner, auditor]) {
    expect(await decideException(stranger, id, given, today)).toBeNull()
    expect(await takeBackException(stranger, id, 'x', today)).toBeNull()
  }
  expect(await decideException(manager, 'none', given, today)).toBeNull()
  expect(await decideException('command-line', own, given, today)).toEqual({ decided: 'given' })
  expect(await takeBackException(manager, own, 'x', today)).toBeNull()
})

test('a person and whoever sees their record read what was decided; others find nothing', async () => {
  const { learner, manager, requirementId } = await someAsked()
  const id = await asked(learner, requirementId)
  done(await decideException(manager, id, { decision: 'refused', reason: 'Còn kịp' }, today))
  const told = [{ id, title: 'Kỹ năng số cơ bản', state: 'refused', decidedBy: 'Trần Văn Trưởng' }]
  expect(await exceptionsOf(learner, learner.id)).toMatchObject(told)
  expect(await exceptionsOf(manager, learner.id)).toMatchObject(told)
  expect(await exceptionSeen(learner, id)).toMatchObject({ isOwn: true, mayAct: false, decisionReason: 'Còn kịp' })
  expect(await exceptionSeen(manager, id)).toMatchObject({ isOwn: false, mayAct: true, personName: learner.fullName })
  const stranger = await aPerson({ role: 'manager' })
  expect(await exceptionsOf(stranger, learner.id)).toBeNull()
  expect(await exceptionSeen(stranger, id)).toBeNull()
})

test('whoever took a unit over reads nothing of leave that was over before', async () => {
  const { learner, manager, unitId } = await someAsked()
  const leave = { kind: 'pause' as const, requirementId: null, personIds: [learner.id], reason: 'Nghỉ thai sản' }
  const given = async (fromDay: string, toDay: string) =>
    done(await giveExceptions(manager, { ...leave, fromDay, toDay }, today)).given[0]?.id ?? ''
  const [before, since] = [await given('2024-03-01', '2024-09-01'), await given('2025-11-01', '2026-05-01')]
  const next = await aPerson({ role: 'manager' })
  const role = { personId: next.id, unitId, role: 'manager' as const, fromDay: '2026-01-15', reason: 'QĐ 2' }
  done(await appoint('command-line', role))

  expect((await exceptionsOf(next, learner.id, today))?.map(({ id }) => id)).toEqual([since])
  expect(await exceptionSeen(next, before, today)).toBeNull()
  expect(await exceptionSeen(next, since, today)).toMatchObject({ reason: 'Nghỉ thai sản' })
  expect(await exceptionSeen(learner, before, today)).toMatchObject({ isOwn: true })
})
