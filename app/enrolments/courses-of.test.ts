import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { coursesOf } from '#app/enrolments/courses-of.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import { record } from '#app/ledger/record.server.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson, rightAnswer } from '#tests/factories.ts'
import { allLessons, did } from '#tests/learning.ts'

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

const complete = (person: { id: string }, edition: { id: string }, at: Date) =>
  write((tx) =>
    tx
      .update(enrolments)
      .set({ completedAt: at })
      .where(and(eq(enrolments.personId, person.id), eq(enrolments.editionId, edition.id))),
  )

test('one’s courses stand with the unfinished first, and of those the one begun last first', async () => {
  const person = await aPerson()
  const [early, late, done] = [await anEdition(), await anEdition(), await anEdition()]
  await enrol(person, early.slug, after(1))
  await enrol(person, late.slug, after(2))
  await enrol(person, done.slug, after(3))
  await complete(person, done, after(9))

  const courses = await coursesOf(person, after(10))

  expect(courses.map(({ slug }) => slug)).toEqual([late.slug, early.slug, done.slug])
  expect(courses.map(({ startedAt }) => startedAt)).toEqual([after(2), after(1), after(3)])
  expect(courses.map(({ completedAt }) => completedAt)).toEqual([null, null, after(9)])
})

test('each course tells what was done in it, lesson by lesson, and nothing of another course or person', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const [mine, second] = [await anEdition(), await anEdition()]
  await record(person, { events: [did.opened(mine, 'bai-1', { at: start.toISOString() })] }, after(1))
  await record(person, { events: allLessons(second) }, after(1))
  await record(other, { events: allLessons(mine) }, after(1))
  const [asked] = mine.practice
  if (!asked) throw new Error('no practice')
  const practised = did.practised(mine, asked.question.id, rightAnswer(asked.question))
  await record(person, { events: [practised, did.studied(mine, 'bai-1', 60, { at: start.toISOString() })] }, after(2))

  const courses = new Map((await coursesOf(person, after(10))).map((course) => [course.slug, course]))

  expect(courses.size).toBe(2)
  expect(courses.get(mine.slug)?.progress.lessons).toMatchObject([
    { lesson: 'bai-1', isOpened: true, isRead: false, seconds: 60, practice: { answered: 1, all: 2 }, isDone: false },
    { lesson: 'bai-2', isOpened: false, isRead: false, seconds: 0, practice: { answered: 0, all: 2 }, isDone: false },
  ])
  expect(courses.get(second.slug)?.progress.lessons.map(({ isDone }) => isDone)).toEqual([true, true])
})

test('the exam of a course that is completed is not missing; of one under way it is', async () => {
  const person = await aPerson()
  const [done, open] = [await anEdition(), await anEdition()]
  for (const edition of [done, open]) await enrol(person, edition.slug, start)
  await complete(person, done, after(1))

  const [first, second] = await coursesOf(person, after(2))

  expect(first).toMatchObject({ slug: open.slug, progress: { missing: { exam: true } } })
  expect(second).toMatchObject({ slug: done.slug, progress: { missing: { exam: false } } })
})

test('who learns in two editions of a course finds both, each with its own work', async () => {
  const person = await aPerson()
  const first = await anEdition()
  await record(person, { events: allLessons(first) }, start)
  await complete(person, first, after(1))
  const second = await anEdition({ slug: first.slug })
  await enrol(person, first.slug, after(2))

  const courses = await coursesOf(person, after(3))

  expect(courses.map(({ editionId }) => editionId)).toEqual([second.id, first.id])
  expect(courses.map(({ progress }) => progress.lessons.map(({ isRead }) => isRead))).toEqual([
    [false, false],
    [true, true],
  ])
})

test('a person without courses has none', async () => {
  expect(await coursesOf(await aPerson())).toEqual([])
})

test('the database is asked three times, however many courses there are', async () => {
  const person = await aPerson()
  for (let count = 0; count < 4; count++) await enrol(person, (await anEdition()).slug)
  expect(await coursesOf(person)).toHaveLength(4)

  expect(await countQueries(() => coursesOf(person))).toBe(3)
})
