import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import { loader } from '#app/routes/courses/course.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { type AnEdition, anEdition } from '#tests/factories.ts'
import { aMember } from '#tests/people.ts'

const at = new Date('2026-11-20T03:00:00Z')

async function look(course: string, { token = '', query = '', isPublic = false, language = '' } = {}) {
  const headers = new Headers(token ? { cookie: `ben-so=${token}; ben-so-in=1` } : {})
  const request = new Request(`http://localhost${language}/courses/${course}${query}`, { headers })
  return loader({ request, params: { course }, context: { script: null, preferences: usualPreferences, isPublic } })
}

/** Opened, read and practised to the end. */
async function finish(personId: string, edition: AnEdition, lesson: string) {
  const key = { personId, editionId: edition.id, lesson }
  const answers = edition.practice.filter((entry) => entry.lesson === lesson)
  await write(async (tx) => {
    const { id: editionId, courseId } = edition
    await tx.insert(enrolments).values({ personId, courseId, editionId, startedAt: at }).onConflictDoNothing()
    await tx.insert(lessonProgress).values({ ...key, openedAt: at, readAt: at, seconds: 60 })
    for (const { question } of answers)
      await tx.insert(practiceAnswers).values({
        ...key,
        question: question.id,
        answer: [],
        credit: 0,
        bestCredit: 0,
        answeredAt: at,
        eventId: question.id,
      })
  })
}

test('the page is the same for everybody, signed in or not, until one asks for the own one', async () => {
  const edition = await anEdition()
  const { id, token } = await aMember()
  await finish(id, edition, 'bai-1')

  const [visitor, signedIn, cached, askedAsNobody] = await Promise.all([
    look(edition.slug),
    look(edition.slug, { token }),
    look(edition.slug, { token, query: '?mine', isPublic: true }),
    look(edition.slug, { query: '?mine' }),
  ])

  expect(visitor.progress).toBeNull()
  for (const page of [signedIn, cached, askedAsNobody]) expect(page).toEqual(visitor)
})

test('who asks for the own page sees what is done and where to go on', async () => {
  const edition = await anEdition()
  const { id, token } = await aMember({ contact: '0912 345 670' })
  const mine = async () => (await look(edition.slug, { token, query: '?mine' })).progress

  expect(await mine()).toMatchObject({
    lessons: {},
    next: { href: `/courses/${edition.slug}/bai-1`, words: 'Học bài đầu tiên' },
  })
  await finish(id, edition, 'bai-1')
  expect(await mine()).toMatchObject({
    lessons: { 'bai-1': 'done' },
    next: { kind: 'lesson', words: 'Học tiếp bài 2' },
  })
  await finish(id, edition, 'bai-2')
  expect(await mine()).toMatchObject({ next: { kind: 'exam', href: `/courses/${edition.slug}/exams/cuoi-khoa` } })
})

test('who began an edition stays on it when the next one is published', async () => {
  const first = await anEdition()
  const { id, token } = await aMember({ contact: '0912 345 671' })
  await finish(id, first, 'bai-1')
  const second = await anEdition({ slug: first.slug })

  expect((await look(first.slug, { token, query: '?mine' })).edition).toBe(first.id)
  expect((await look(first.slug)).edition).toBe(second.id)
})

test('in English the words of the next step are English', async () => {
  const edition = await anEdition()
  const { token } = await aMember({ contact: '0912 345 672' })

  const page = await look(edition.slug, { token, query: '?mine', language: '/en' })

  expect(page.progress?.next.words).toBe('Take the first lesson')
})
