import { expect, test } from 'vitest'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { lessonFor } from '#app/enrolments/lesson-for.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'

test('for a visitor a lesson is the newest edition’s, with its questions and nothing of their keys', async () => {
  const first = await anEdition()
  const second = await anEdition({ slug: first.slug })

  const page = await lessonFor(null, first.slug, 'bai-2')

  expect(page).toMatchObject({
    edition: { id: second.id },
    isOldEdition: false,
    place: 1,
    document: { title: 'Bài bai-2' },
    reviewed: [],
  })
  expect(page?.asked.map(({ id }) => id)).toEqual(['bai-2-p1', 'bai-2-p2'])
  for (const secret of ['isRight', 'whyHtml', 'Vì 0000000', 'Không ai cả', 'spec', 'mustBeRight'])
    expect(JSON.stringify(page?.asked)).not.toContain(secret)
})

test('the questions stand in the same order for everybody, so that a public page is the same bytes', async () => {
  const edition = await anEdition()
  const person = await aPerson()
  await enrol(person, edition.slug)

  expect((await lessonFor(person, edition.slug, 'bai-1'))?.asked).toEqual(
    (await lessonFor(null, edition.slug, 'bai-1'))?.asked,
  )
})

test('who is on an older edition reads that one and is told so; another lesson of the newer is not there for them', async () => {
  const person = await aPerson()
  const first = await anEdition({ lessons: 1 })
  await enrol(person, first.slug)
  const second = await anEdition({ slug: first.slug, lessons: 2 })

  expect(await lessonFor(person, first.slug, 'bai-1')).toMatchObject({ edition: { id: first.id }, isOldEdition: true })
  expect(await lessonFor(person, first.slug, 'bai-2')).toBeNull()
  expect(await lessonFor(await aPerson(), first.slug, 'bai-2')).toMatchObject({
    edition: { id: second.id },
    isOldEdition: false,
  })
})

test('only what one answered oneself, in this lesson, is explained; the key of the others stays', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const edition = await anEdition()
  const [first, second] = edition.practice.map(({ question }) => question)
  const elsewhere = edition.practice.find(({ lesson }) => lesson === 'bai-2')?.question
  if (!first || !second || !elsewhere) throw new Error('no practice')
  await record(person, { events: [did.practised(edition, first.id, wrongAnswer(first))] })
  await record(person, { events: [did.practised(edition, elsewhere.id, rightAnswer(elsewhere))] })
  await record(other, { events: [did.practised(edition, second.id, rightAnswer(second))] })

  const page = await lessonFor(person, edition.slug, 'bai-1')

  expect(page?.reviewed).toMatchObject([{ id: first.id, answer: '0000000b', mark: { credit: 0, isRight: false } }])
  expect(await lessonFor(null, edition.slug, 'bai-1')).toMatchObject({ reviewed: [] })
})

test('a course or a lesson that is not there is null, for visitors and for learners', async () => {
  const edition = await anEdition()
  for (const person of [null, await aPerson()]) {
    expect(await lessonFor(person, 'khong-co', 'bai-1')).toBeNull()
    expect(await lessonFor(person, edition.slug, 'bai-9')).toBeNull()
  }
})
