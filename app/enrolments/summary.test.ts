import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import { courseSummary } from '#app/enrolments/summary.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { anEdition, aPerson, rightAnswer } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'
import { aGraduate, renew } from '#tests/renewing.ts'
import { hasSat } from '#tests/sitting.ts'

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const at = (minutes: number) => ({ at: after(minutes).toISOString() })

const complete = (person: { id: string }, edition: { id: string }) =>
  write((tx) =>
    tx
      .update(enrolments)
      .set({ completedAt: after(9) })
      .where(and(eq(enrolments.personId, person.id), eq(enrolments.editionId, edition.id))),
  )

test('who never began a course has no summary of it, and a course that is not there has none', async () => {
  const [person, other, edition] = [await aPerson(), await aPerson(), await anEdition()]
  await enrol(other, edition.slug)
  expect(await courseSummary(person, edition.slug)).toBeNull()
  expect(await courseSummary(person, 'khong-co')).toBeNull()
})

test('lessons are told as opened, read or done, and those not begun not at all', async () => {
  const person = await aPerson()
  const edition = await anEdition({ lessons: 5, practice: 1 })
  const question = (place: number) => edition.practice[place]?.question ?? { id: '' }
  const practised = (place: number) => did.practised(edition, question(place).id, rightAnswer(question(place)), at(1))
  await record(
    person,
    {
      events: [
        did.opened(edition, 'bai-1', at(0)),
        did.read(edition, 'bai-2', at(1)),
        did.read(edition, 'bai-3', at(1)),
        practised(2),
        practised(3),
      ],
    },
    after(2),
  )

  expect(await courseSummary(person, edition.slug, after(3))).toEqual({
    edition: edition.id,
    isCompleted: false,
    isRenewal: false,
    lessons: { 'bai-1': 'opened', 'bai-2': 'read', 'bai-3': 'done', 'bai-4': 'opened' },
    seconds: {},
    answered: expect.arrayContaining(['bai-3-p1', 'bai-4-p1']),
  })
})

test('where a course asks for minutes, each lesson tells how many seconds of how many', async () => {
  const person = await aPerson()
  const edition = await anEdition({ completion: { practice: false, minutesPercent: 50 } })
  await record(person, { events: [did.studied(edition, 'bai-1', 240, at(4))] }, after(4))

  expect((await courseSummary(person, edition.slug, after(60)))?.seconds).toEqual({
    'bai-1': [240, 300],
    'bai-2': [0, 300],
  })
})

test('of several editions the unfinished one counts, else the newest', async () => {
  const person = await aPerson()
  const first = await anEdition()
  await enrol(person, first.slug, start)
  const second = await anEdition({ slug: first.slug })
  expect(await courseSummary(person, first.slug)).toMatchObject({ edition: first.id, isCompleted: false })

  await complete(person, first)
  expect(await courseSummary(person, first.slug)).toMatchObject({ edition: first.id, isCompleted: true })
  await enrol(person, first.slug, after(10))
  expect(await courseSummary(person, first.slug)).toMatchObject({ edition: second.id, isCompleted: false })
  await complete(person, second)
  expect(await courseSummary(person, first.slug)).toMatchObject({ edition: second.id, isCompleted: true })
})

test('a course that is to be passed again says so until it is', async () => {
  const { person, edition } = await aGraduate(new Date('2025-06-01T02:00:00Z'))
  expect(await courseSummary(person, edition.slug)).toMatchObject({ isCompleted: true, isRenewal: false })
  await renew(person, edition, new Date('2026-01-01T01:00:00Z'))
  expect(await courseSummary(person, edition.slug)).toMatchObject({ isCompleted: true, isRenewal: true })
  await hasSat(person, edition)
  expect(await courseSummary(person, edition.slug)).toMatchObject({ isCompleted: true, isRenewal: false })
})
