import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { attempts, timeAllowances } from '#app/attempts/schema.ts'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { lessonProgress } from '#app/enrolments/schema.ts'
import { ledgerCommands } from '#app/ledger/commands.server.ts'
import { examCommands } from '#app/ledger/exam-commands.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { anEdition, rightAnswer } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'
import { aMember } from '#tests/people.ts'
import { projectionsOf } from '#tests/projections.ts'

const said = { out: '', err: '' }
beforeEach(() => {
  said.out = said.err = ''
  const keep = (where: 'out' | 'err') => (text: string | Uint8Array) => {
    said[where] += String(text)
    return true
  }
  vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'))
})
afterEach(() => void vi.restoreAllMocks())

const run = (verb: string, ...args: string[]) => ({ ...ledgerCommands, ...examCommands })[verb]?.run(args)

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

async function anOpenAttempt(openedAt: Date, timeLimitMinutes = 45) {
  const [person, edition] = [await aMember(), await anEdition({ exam: { timeLimitMinutes } })]
  const opened = await openAttempt(person, edition.slug, 'cuoi-khoa', openedAt)
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const [row] = await db.select().from(attempts).where(eq(attempts.id, opened.attempt))
  return { person, edition, attempt: opened.attempt, question: row?.paper.questions[0]?.question ?? { id: '' } }
}

test('rebuild makes a learner’s rows again, for one person, one course or all', async () => {
  const [person, edition] = [await aMember(), await anEdition()]
  await record(person, { events: allLessons(edition) })
  const before = await projectionsOf(person)
  for (const scope of [['--person', person.username], ['--course', edition.slug], []]) {
    await write((tx) => tx.delete(lessonProgress).where(eq(lessonProgress.personId, person.id)))
    expect(await run('rebuild', ...scope)).toBe(0)
    expect(await projectionsOf(person)).toEqual(before)
  }
  expect(said).toEqual({ out: 'Rebuilt: 1 learner (one for each person and edition).\n'.repeat(3), err: '' })
})

test('rebuild refuses whom and what there is not, and one scope is enough', async () => {
  expect(await run('rebuild', '--person', 'ai')).toBe(1)
  expect(await run('rebuild', '--course', 'khong-co')).toBe(1)
  expect(said.err).toBe('Refused: nobody is called ai\nRefused: there is no course khong-co\n')
  expect(await run('rebuild', '--person', 'a', '--course', 'b')).toBe(2)
  expect(await run('rebuild', '--nonsense')).toBe(2)
  expect(await run('rebuild', 'all')).toBe(2)
  expect(said.err).toContain('Usage: ledger rebuild [--person <username> | --course <slug>]')
})

test('maintenance is announced by Vietnamese clocks, moves open attempts once and is audited without a person', async () => {
  const { attempt } = await anOpenAttempt(start)
  const window = ['2026-11-20T08:10', '2026-11-20T01:30:00Z']

  expect(await run('maintenance', ...window)).toBe(0)
  expect(await run('maintenance', ...window)).toBe(0)

  expect(said.out).toBe(
    'Announced: 8:10, 20 November 2026 to 8:30, 20 November 2026.\nAttempts moved: 1\n' +
      'Announced: 8:10, 20 November 2026 to 8:30, 20 November 2026.\nAttempts moved: 0\n',
  )
  expect((await db.select().from(attempts).where(eq(attempts.id, attempt)))[0]?.deadlineAt).toEqual(after(65))
  expect(await auditLinesAbout('maintenance', '2026-11-20T01:10:00.000Z')).toMatchObject([{ actorId: null }])
})

test('maintenance is withdrawn as it was announced, once, and gives the deadlines back; what is over is not', async () => {
  const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const { attempt } = await anOpenAttempt(new Date())
  const deadline = async () => (await db.select().from(attempts).where(eq(attempts.id, attempt)))[0]?.deadlineAt
  const [before, window] = [await deadline(), [soon(5), soon(15)]]
  await run('maintenance', ...window)
  expect(await deadline()).not.toEqual(before)

  expect(await run('withdraw-maintenance', ...window)).toBe(0)
  expect(await deadline()).toEqual(before)
  expect(said.out).toContain('Withdrawn.\nAttempts moved back: 1\n')
  expect((await auditLinesAbout('maintenance', window[0] ?? '')).at(-1)).toMatchObject({ actorId: null })

  expect(await run('withdraw-maintenance', ...window)).toBe(1)
  const past = ['2025-11-20T08:10', '2025-11-20T08:30']
  await run('maintenance', ...past)
  expect(await run('withdraw-maintenance', ...past)).toBe(1)
  expect(said.err).toBe('Refused: no such maintenance was announced\nRefused: that maintenance is over\n')
  expect(await run('withdraw-maintenance', 'tomorrow')).toBe(2)
})

test('a window that ends before it starts is refused, what is no moment is not understood', async () => {
  expect(await run('maintenance', '2026-11-20T08:30', '2026-11-20T08:10')).toBe(1)
  expect(await run('maintenance', '2026-11-20T08:30')).toBe(2)
  expect(await run('maintenance', 'tomorrow', '2026-11-20T08:30')).toBe(2)
  expect(said.err).toContain('Refused: a window ends after it starts')
  expect(said.err).toContain('Usage: exams maintenance <starts> <ends>')
})

test('more time is given to a person with a reason, and kept as given at the command line', async () => {
  const { person } = await anOpenAttempt(new Date(Date.now() - 60_000))

  expect(await run('more-time', person.username, '50', 'mắt', 'kém')).toBe(0)

  expect(said.out).toBe(`${person.username}: 50% more time in every exam\nAttempts moved: 1\n`)
  expect(await db.select().from(timeAllowances).where(eq(timeAllowances.personId, person.id))).toMatchObject([
    { extraPercent: 50, reason: 'mắt kém', grantedBy: 'command-line' },
  ])
  expect((await auditLinesAbout('person', person.id)).at(-1)).toMatchObject({ actorId: null, after: 50 })
  expect(await run('more-time', person.username, '50')).toBe(1)
  expect(await run('more-time', person.username, '301', 'x')).toBe(1)
  expect(await run('more-time', 'ai', '50', 'x')).toBe(1)
  expect(await run('more-time', person.username, 'half', 'x')).toBe(2)
  expect(await run('more-time')).toBe(2)
  expect(said.err).toContain('Refused: a reason is needed')
})

test('a late answer is accepted with a reason, and the command line stands in the ledger as who did it', async () => {
  const { person, edition, attempt, question } = await anOpenAttempt(start)
  const late = did.answered(edition, attempt, question.id, 1, rightAnswer(question))
  await record(person, { events: [late] }, after(90))

  expect(await run('accept-late', attempt, question.id)).toBe(1)
  expect(await run('accept-late', attempt, 'khong-co', 'x')).toBe(1)
  expect(await run('accept-late', attempt)).toBe(2)
  expect(await run('accept-late', attempt, question.id, 'mất', 'điện')).toBe(0)

  expect(said.out).toBe('Accepted: 25% of the credit, not passed\n')
  expect(said.err).toContain('Refused: there is no such late answer')
  expect(await auditLinesAbout('attempt', attempt)).toMatchObject([{ actorId: null, reason: 'mất điện' }])
})
