import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { progressOf } from '#app/attempts/progress-of.server.ts'
import { db } from '#app/db/db.server.ts'
import { lessonProgress } from '#app/enrolments/schema.ts'
import { readWithoutScript } from '#app/ledger/read-without-script.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'

const start = new Date('2026-11-22T02:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const minutesOf = async (person: { id: string }) =>
  (await db.select().from(lessonProgress).where(eq(lessonProgress.personId, person.id)))[0]?.seconds

test('without script the time since the page was opened counts, once, up to the minutes of the lesson', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ completion: { practice: false, minutesPercent: 50 } })]
  const lesson = { edition: edition.id, lesson: 'bai-1' }
  await readWithoutScript(person, lesson, start, after(2))
  expect(await minutesOf(person)).toBe(120)
  expect((await progressOf(person, edition.id, after(2)))?.missing.minutes).toEqual(['bai-1', 'bai-2'])

  await readWithoutScript(person, lesson, after(3), after(5))
  await readWithoutScript(person, lesson, after(5), after(5))
  expect(await minutesOf(person)).toBe(300)
  expect((await progressOf(person, edition.id, after(5)))?.missing.minutes).toEqual(['bai-2'])

  await readWithoutScript(person, lesson, null, after(500))
  expect(await minutesOf(person)).toBe(600)
})

test('minutes a script has counted are not counted again', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  const at = after(3).toISOString()
  await record(person, { events: [did.studied(edition, 'bai-1', 180, { at })] }, after(3))
  await readWithoutScript(person, { edition: edition.id, lesson: 'bai-1' }, null, after(4))
  expect(await minutesOf(person)).toBe(240)
})

test('no such lesson: null', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  expect(await readWithoutScript(person, { edition: edition.id, lesson: 'bai-9' }, null)).toBeNull()
  expect(await readWithoutScript(person, { edition: 'khong-co', lesson: 'bai-1' }, null)).toBeNull()
})
