import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { record } from '#app/ledger/record.server.ts'
import { resultPage } from '#app/ledger/result-page.server.ts'
import { loader as lesson } from '#app/routes/courses/lesson.tsx'
import { loader as attempt } from '#app/routes/exams/attempt.tsx'
import { loader as result } from '#app/routes/exams/result.tsx'
import { loader as start } from '#app/routes/exams/start.tsx'
import { loader as me } from '#app/routes/me.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition } from '#tests/factories.ts'
import { allLessons } from '#tests/learning.ts'
import { aMember } from '#tests/people.ts'
import { aRequirement } from '#tests/requirements.ts'
import { hasSat, sits } from '#tests/sitting.ts'
import { aMembership, aUnit } from '#tests/units.ts'

type Loader = (asked: LoaderFunctionArgs) => Promise<unknown>

const context = { script: null, preferences: usualPreferences, isPublic: false }

/** How often a process that knows the editions asks the database for a page, the session counted. */
async function queriesOf(load: Loader, token: string, path: string, params: Record<string, string> = {}) {
  const ask = () =>
    load({
      request: new Request(`http://localhost${path}`, { headers: { cookie: `ben-so=${token}` } }),
      params,
      context,
    })
  await ask()
  return countQueries(ask)
}

/** A learner in the middle: every lesson read, one exam closed, another open. */
async function aLearner() {
  const { token, ...person } = await aMember()
  const edition = await anEdition()
  await record(person, { events: allLessons(edition) })
  const closed = await hasSat(person, edition, { wrong: 4 })
  const open = await sits(person, await anEdition())
  expect(await resultPage(person, closed.attempt)).toMatchObject({ isPassed: false })
  return { token, edition, id: person.id, closed: closed.attempt, open: open.attempt }
}

test('personal pages ask the database at most six times, one’s own once more: may anybody ask something of me?', async () => {
  const { token, edition, closed, open } = await aLearner()
  const place = { course: edition.slug, lesson: edition.sheet.lessons[0]?.lesson ?? '' }
  const exam = { course: edition.slug, exam: edition.sheet.exam.key }

  expect(await queriesOf(me, token, '/me')).toBeLessThanOrEqual(8)
  expect(await queriesOf(lesson, token, '/courses/x/y?mine', place)).toBeLessThanOrEqual(6)
  expect(await queriesOf(start, token, '/courses/x/exams/y', exam)).toBeLessThanOrEqual(6)
  expect(await queriesOf(attempt, token, '/attempts/x', { attempt: open })).toBeLessThanOrEqual(6)
  expect(await queriesOf(result, token, '/attempts/x/result', { attempt: closed })).toBeLessThanOrEqual(6)
})

test('whoever is asked for something pays ten queries for it, however much it is, and one more where it is excused', async () => {
  const { token, edition, id } = await aLearner()
  const unitId = await aUnit()
  await aMembership({ personId: id, unitId })
  expect(await queriesOf(me, token, '/me')).toBeLessThanOrEqual(9)
  const window = { kind: 'fixed', opensDay: '2026-01-01', dueDay: '2099-12-31' } as const
  for (const place of [1, 2, 3, 4, 5])
    await aRequirement({ unitId, courseIds: [edition.courseId], window, title: `Việc ${place}` })
  expect(await queriesOf(me, token, '/me')).toBeLessThanOrEqual(17)
})
