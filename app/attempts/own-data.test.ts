import { expect, test } from 'vitest'
import { attemptsOfPerson } from '#app/attempts/attempts-of-person.server.ts'
import { progressOf } from '#app/attempts/progress-of.server.ts'
import { readAttempt } from '#app/attempts/read-attempt.server.ts'
import { readResult } from '#app/attempts/read-result.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'
import { answersAll, hasSat, sits } from '#tests/sitting.ts'

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

test('the download of one’s own data holds each attempt with one’s own answers, and no key', async () => {
  const [person, other, edition] = [await aPerson(), await aPerson(), await anEdition()]
  const first = await hasSat(person, edition, { wrong: 4, at: start })
  const second = await sits(person, edition, after(5))
  await answersAll(second, { at: after(6) })
  await hasSat(other, edition, { at: start })

  const data = await attemptsOfPerson(person)

  expect(data).toMatchObject([
    { editionId: edition.id, exam: 'cuoi-khoa', number: 1, openedAt: start, credit: 0, isPassed: false },
    { editionId: edition.id, exam: 'cuoi-khoa', number: 2, openedAt: after(5), credit: null, isPassed: null },
  ])
  const [before, now] = data.map(({ answers }) => answers)
  expect(before?.map(({ question }) => question).sort()).toEqual(first.paper.map(({ id }) => id).sort())
  expect(before?.every(({ answer, isLate }) => answer === '0000000b' && !isLate)).toBe(true)
  expect(now?.every(({ answer }) => answer === '0000000a')).toBe(true)
  for (const secret of ['isRight', 'whyHtml', 'Vì 0000000', 'Không ai cả'])
    expect(JSON.stringify(data)).not.toContain(secret)
})

test('an open attempt shows each question in the paper’s order with the answer that stands', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { timeLimitMinutes: 45 } })]
  const { attempt, paper } = await sits(person, edition, start)
  const [first, second, third] = paper
  if (!first || !second || !third) throw new Error('no paper')
  const answer = (question: { id: string }, sequence: number, fields: Array<[string, string]>) =>
    record(person, { events: [did.answered(edition, attempt, question.id, sequence, fields)] }, after(sequence))
  await answer(first, 1, rightAnswer(first))
  await answer(second, 2, rightAnswer(second))
  await answer(second, 7, [])
  await answer(third, 3, wrongAnswer(third))

  const read = await readAttempt(person, attempt, after(10))

  expect(read).toMatchObject({
    id: attempt,
    editionId: edition.id,
    course: { slug: edition.slug },
    exam: { key: 'cuoi-khoa', timeLimitMinutes: 45 },
    number: 1,
    openedAt: start,
    deadlineAt: after(45),
    closedAt: null,
    remainingMs: 35 * 60_000,
    lastSequence: 7,
  })
  expect(read?.places.map(({ place, asked, answer, receivedAt }) => [place, asked.id, answer, receivedAt])).toEqual([
    [1, first.id, '0000000a', after(1)],
    [2, second.id, null, after(7)],
    [3, third.id, '0000000b', after(3)],
    [4, paper[3]?.id, null, null],
  ])
  expect(await readAttempt(person, attempt, after(99))).toMatchObject({ remainingMs: 0 })
})

test('without a limit no time remains to be told, and nothing answered means the first number is free', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const { attempt } = await sits(person, edition, start)
  expect(await readAttempt(person, attempt, start)).toMatchObject({
    deadlineAt: null,
    remainingMs: null,
    lastSequence: 0,
  })
})

test('an attempt, and its result, are null for everybody else and for attempts that are not there', async () => {
  const [person, other, edition] = [await aPerson(), await aPerson({ role: 'administrator' }), await anEdition()]
  const { attempt } = await hasSat(person, edition)
  for (const [who, id] of [
    [other, attempt],
    [person, 'khong-co'],
  ] as const) {
    expect(await readAttempt(who, id, start)).toBeNull()
    expect(await readResult(who, id)).toBeNull()
  }
})

test('a result tells by lesson how many were right, which had to be, and how many were answered', async () => {
  const person = await aPerson()
  const edition = await anEdition({ exam: { mustBeRight: 'scenario', review: 'full' } })
  const sitting = await sits(person, edition, start)
  expect(await readResult(person, sitting.attempt)).toBe('open')
  const scenario = sitting.paper.find(({ isScenario }) => isScenario)
  const plain = sitting.paper.filter(({ isScenario }) => !isScenario)
  if (!scenario) throw new Error('no scenario')
  const events = [
    did.answered(edition, sitting.attempt, scenario.id, 1, wrongAnswer(scenario)),
    ...plain.map((question, place) =>
      did.answered(edition, sitting.attempt, question.id, place + 2, rightAnswer(question)),
    ),
    did.submitted(edition, sitting.attempt),
  ]
  await record(person, { events }, after(1))

  const result = await readResult(person, sitting.attempt)

  if (!result || result === 'open') throw new Error('no result')
  expect(result).toMatchObject({ isHandedIn: true, credit: 500, isPassed: false, answered: 3, late: [] })
  expect(result.byLesson.map(({ lesson, right, all }) => [lesson, right, all])).toEqual([
    ['bai-1', 1, 2],
    ['bai-2', 1, 2],
  ])
  expect(result.places.filter(({ hadToBeRight }) => hadToBeRight)).toHaveLength(2)
  expect(result.places.filter(({ isRight }) => isRight).map(({ hadToBeRight }) => hadToBeRight)).toEqual([false, false])
  expect(result.places.every(({ shown }) => shown.kind === 'full')).toBe(true)
})

test('progress tells what is missing: lessons first, then the exam, and nothing at the end', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  expect(await progressOf(person, 'khong-co')).toBeNull()
  expect(await progressOf(person, edition.id)).toMatchObject({
    isComplete: false,
    missing: { read: ['bai-1', 'bai-2'], practice: ['bai-1', 'bai-2'], exam: true },
  })

  await record(person, { events: allLessons(edition) })
  expect(await progressOf(person, edition.id)).toMatchObject({ isComplete: false, missing: { read: [], exam: true } })
  await hasSat(person, edition, { wrong: 4 })
  expect(await progressOf(person, edition.id)).toMatchObject({ missing: { exam: true } })
  await hasSat(person, edition)
  expect(await progressOf(person, edition.id)).toMatchObject({ isComplete: true, missing: { exam: false } })
  expect(await progressOf(await aPerson(), edition.id)).toMatchObject({ missing: { exam: true } })
})
