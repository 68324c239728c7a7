import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { progressOf } from '#app/attempts/progress-of.server.ts'
import { courseSummary } from '#app/enrolments/summary.server.ts'
import { closeOverdue } from '#app/ledger/close-overdue.server.ts'
import { eventsOfPerson } from '#app/ledger/events-of-person.server.ts'
import { openLesson } from '#app/ledger/open-lesson.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { resultPage } from '#app/ledger/result-page.server.ts'
import { startSweep } from '#app/ledger/start-sweep.server.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'
import { attemptRow, hasSat, sits } from '#tests/sitting.ts'

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

test('a lesson that the server shows is opened once, at its first showing, and enrols its reader', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await openLesson(person, edition.id, 'bai-1', after(1))
  await openLesson(person, edition.id, 'bai-1', after(5))
  await openLesson(person, edition.id, 'bai-2', after(7))

  const own = await eventsOfPerson(person)
  expect(own.map(({ kind, content, receivedAt }) => [kind, 'lesson' in content && content.lesson, receivedAt])).toEqual(
    [
      ['lesson.opened', 'bai-1', after(1)],
      ['lesson.opened', 'bai-2', after(7)],
    ],
  )
  expect(await courseSummary(person, edition.slug)).toMatchObject({ lessons: { 'bai-1': 'opened', 'bai-2': 'opened' } })
})

test('showing a lesson that is not there leaves no trace', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await openLesson(person, edition.id, 'bai-9')
  await openLesson(person, uuid(), 'bai-1')
  expect(await eventsOfPerson(person)).toEqual([])
  expect(await courseSummary(person, edition.slug)).toBeNull()
})

test('the download of one’s own data holds all of one’s own events, as they came, and nobody else’s', async () => {
  const [person, other, edition] = [await aPerson(), await aPerson(), await anEdition()]
  const [late, early] = [did.read(edition, 'bai-1'), did.opened(edition, 'bai-1')]
  await record(person, { events: [early] }, after(1))
  await record(person, { events: [late] }, after(2))
  await record(other, { events: [did.read(edition, 'bai-2')] }, after(1))

  const own = await eventsOfPerson(person)

  expect(own).toMatchObject([
    {
      editionId: edition.id,
      kind: 'lesson.opened',
      content: early,
      happenedAt: new Date(early.at),
      receivedAt: after(1),
    },
    { editionId: edition.id, kind: 'lesson.read', content: late, happenedAt: new Date(late.at), receivedAt: after(2) },
  ])
  expect(JSON.stringify(own)).not.toContain('personId')
})

test('the events of an exam hold which questions were drawn, and nothing of their keys', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const { attempt, paper } = await hasSat(person, edition)
  const own = await eventsOfPerson(person)

  const opened = own.find(({ kind }) => kind === 'attempt.opened')?.content
  expect(opened).toMatchObject({ attempt, number: 1, paper: { questions: paper.map(({ id }) => id) } })
  for (const secret of ['isRight', 'whyHtml', 'Vì 0000000', 'Không ai cả', 'promptHtml'])
    expect(JSON.stringify(own)).not.toContain(secret)
})

test('a result leads to the certificate once the lessons are done too, and says what is missing before', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const { attempt } = await hasSat(person, edition)
  const result = await resultPage(person, attempt)
  expect(result).toMatchObject({
    isPassed: true,
    certificate: null,
    refusal: null,
    missing: { read: ['bai-1', 'bai-2'], practice: ['bai-1', 'bai-2'], exam: false },
  })

  await record(person, { events: allLessons(edition) })
  expect(await resultPage(person, attempt)).toMatchObject({
    certificate: expect.stringMatching(/^BS-/),
    missing: null,
  })
  expect(await progressOf(person, edition.id)).toMatchObject({ isComplete: true })
})

test('who failed is told nothing of lessons that are missing', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const { attempt } = await hasSat(person, edition, { wrong: 4 })
  expect(await resultPage(person, attempt)).toMatchObject({ isPassed: false, certificate: null, missing: null })
})

test('looking at the result of an attempt whose time is over closes it', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { timeLimitMinutes: 1 } })]
  const { attempt } = await sits(person, edition, start)
  expect(await resultPage(person, attempt, after(1))).toBe('open')
  expect(await resultPage(person, attempt, after(2))).toMatchObject({ closedAt: after(1), isHandedIn: false })
})

test('the sweep leaves alone what has time, what is closed and what has no limit', async () => {
  const [person, timed, untimed] = [
    await aPerson(),
    await anEdition({ exam: { timeLimitMinutes: 45 } }),
    await anEdition(),
  ]
  const [open, free] = [await sits(person, timed, after(100)), await sits(person, untimed, start)]
  await hasSat(person, await anEdition({ exam: { timeLimitMinutes: 1 } }), { at: start })

  expect(await closeOverdue(after(120))).toBe(0)
  expect((await attemptRow(open.attempt)).closedAt).toBeNull()
  expect((await attemptRow(free.attempt)).closedAt).toBeNull()
})

test('the background sweep closes what is overdue, and stopping it waits for the one under way', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { timeLimitMinutes: 1 } })]
  const { attempt } = await sits(person, edition, start)
  const problems: unknown[] = []
  const stop = startSweep({ everyMs: 10, onProblem: (problem) => problems.push(problem) })
  for (let waits = 0; waits < 500 && !(await attemptRow(attempt)).closedAt; waits++)
    await new Promise((wake) => setTimeout(wake, 10))
  await stop()

  expect(await attemptRow(attempt)).toMatchObject({ closedAt: after(1), submittedAt: null })
  expect(problems).toEqual([])
})
