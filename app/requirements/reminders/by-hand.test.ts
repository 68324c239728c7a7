import { beforeEach, expect, test, vi } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { write } from '#app/db/db.server.ts'
import { startOf } from '#app/i18n/day.ts'
import { dropLate } from '#app/messages/due.server.ts'
import { notices } from '#app/messages/schema.ts'
import { remindersCommands } from '#app/requirements/reminders/commands.server.ts'
import { isRunDue } from '#app/requirements/reminders/is-run-due.server.ts'
import { remindNow } from '#app/requirements/reminders/remind-now.server.ts'
import { startReminders } from '#app/requirements/reminders/start-reminders.server.ts'
import { reminderRuns, reminders } from '#app/requirements/schema.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { aHead, aMember, lettersTo, morningOf, remindOn, told } from '#tests/reminding.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aUnit } from '#tests/units.ts'

beforeEach(() =>
  write(async (tx) => {
    for (const kept of [reminders, reminderRuns, notices]) await tx.delete(kept)
  }),
)

async function anOffice() {
  const unitId = await aUnit({ type: 'so_nganh' })
  const editionId = await aCertifiedEdition()
  const requirementId = await aRequirement({ unitId, courseIds: [await aCourseOf(editionId)] })
  const [manager, mai, nam] = [await aHead(unitId), await aMember(unitId), await aMember(unitId, 'Lê Văn Nam')]
  return { unitId, requirementId, editionId, manager: { id: manager.id, role: 'manager' as const }, mai, nam }
}

const noon = new Date('2026-03-20T12:00:00+07:00')

test('a manager reminds people by hand, each once a day, and it is noted who did', async () => {
  const { manager, mai, nam, requirementId } = await anOffice()
  const remind = (at = noon) => remindNow(manager, { requirementId, personIds: [mai.id, nam.id, mai.id] }, at)
  expect(await remind()).toEqual({ told: [mai.id, nam.id], left: [] })
  expect((await remind())?.left.map(({ problem }) => problem)).toEqual(['reminded-today', 'reminded-today'])
  expect((await remind(startOf('2026-03-21')))?.told).toHaveLength(2)
  expect(await lettersTo(mai)).toHaveLength(2)
  expect((await told(mai))[0]?.subject).toBe('Khóa học bắt buộc “Kỹ năng số cơ bản”: hạn 31/03/2026, còn 11 ngày')
  const lines = (await auditLinesAbout('person', mai.id)).filter(({ verb }) => verb === 'requirements.remind')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatchObject({ actorId: manager.id, after: { requirementId, dueDay: '2026-03-31' } })
})

test('two are reminded with fourteen questions, twelve with two more', async () => {
  const { unitId, manager, mai, nam, requirementId } = await anOffice()
  const two = [mai.id, nam.id]
  const twelve = [...two]
  for (let more = 0; more < 10; more++) twelve.push((await aMember(unitId)).id)
  const asked = (personIds: string[], at: Date) =>
    countQueries(() => remindNow(manager, { requirementId, personIds }, at))
  expect(await asked(two, noon)).toBeLessThanOrEqual(14)
  expect(await asked(twelve, startOf('2026-03-21'))).toBeLessThanOrEqual(16)
})

test('nobody is reminded of what they have done, were it a moment ago, nor by whom they are not looked after', async () => {
  const { manager, mai, nam, requirementId, editionId } = await anOffice()
  const stranger = await aMember(await aUnit())
  await award(mai, editionId, new Date('2026-03-20T11:59:00+07:00'))
  const personIds = [mai.id, nam.id, stranger.id]
  expect(await remindNow(manager, { requirementId, personIds }, noon)).toEqual({
    told: [nam.id],
    left: [
      { personId: mai.id, problem: 'nothing-open' },
      { personId: stranger.id, problem: 'not-yours' },
    ],
  })
  expect(await remindNow(manager, { requirementId, personIds: [stranger.id] }, noon)).toBeNull()
  expect(await remindNow(await aPerson(), { requirementId, personIds }, noon)).toBeNull()
  expect(await remindNow(manager, { requirementId: 'none', personIds }, noon)).toBeNull()
  expect([...(await told(mai)), ...(await told(stranger))]).toEqual([])
})

test('the run of a day is due from half past seven on, until it is made', async () => {
  const minute = (time: string) => new Date(`2026-03-17T${time}:00+07:00`)
  expect([await isRunDue(minute('07:29')), await isRunDue(minute('07:30'))]).toEqual([false, true])
  await remindOn('2026-03-17')
  expect([await isRunDue(minute('09:00')), await isRunDue(minute('23:59'))]).toEqual([false, false])
  expect(await isRunDue(morningOf('2026-03-18'))).toBe(true)
})

test('in the background the run is made by itself, once', async () => {
  const { mai } = await anOffice()
  const stop = startReminders({ everyMs: 20, clock: () => new Date('2026-03-24T09:00:00+07:00') })
  await vi.waitFor(async () => expect(await isRunDue(morningOf('2026-03-24'))).toBe(false), 5_000)
  await stop()
  expect(await told(mai)).toHaveLength(1)
})

test('by command: how many of each step, tried out or in earnest; a moment to come or none at all is refused', async () => {
  await anOffice()
  const printed: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0),
  )
  const run = (...args: string[]) => remindersCommands.run?.run(args)
  expect(await run('--at', '2026-03-31T08:00', '--dry-run')).toBe(0)
  expect(await run('--at', '2026-03-31T08:00')).toBe(0)
  expect(await run('--at', '2026-03-31T08:00')).toBe(0)
  expect([await run('--at', '2099-01-01T08:00'), await run('--at', 'yesterday'), await run('--loud')]).toEqual([
    1, 2, 2,
  ])
  for (const at of ['2026-02-31T08:00', '10000-01-01T08:00', '2026-03-31', '2026-03-31T24:00', '-1', ''])
    expect(await run('--at', at, '--dry-run'), at).toBe(2)
  for (const at of ['0001-01-01T00:00', '9999-12-31T23:59']) expect(await run('--at', at, '--dry-run'), at).toBe(0)
  for (const spy of spies) spy.mockRestore()
  expect(printed.join('')).toContain('Run of 2026-03-31:')
  expect(printed.join('')).toMatch(/ {2}1-day: [1-9]/)
  expect(printed.join('')).toContain('The run of 2026-03-31 was made before.')
  expect(printed.join('')).toContain('Refused: that moment is to come')
})

test('what a run by hand tells of a day that is past goes out now, and is not dropped as late', async () => {
  const { mai } = await anOffice()
  const silent = vi.spyOn(process.stdout, 'write').mockImplementation(() => true)
  expect(await remindersCommands.run?.run(['--at', '2026-03-24T08:00'])).toBe(0)
  silent.mockRestore()
  const [letter] = await lettersTo(mai)
  expect(letter?.subject).toContain('còn 7 ngày')
  expect(letter?.createdAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
  await dropLate('email', new Date(Date.now() + 24 * 3_600_000))
  expect(await lettersTo(mai)).toMatchObject([{ failedAt: null }])
})
