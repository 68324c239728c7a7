import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { catalogueVersion } from '#app/courses/catalogue-version.server.ts'
import { searchCourses } from '#app/courses/search.server.ts'
import { loader as catalogue } from '#app/routes/courses/catalogue.tsx'
import { loader as course } from '#app/routes/courses/course.tsx'
import { loader as home } from '#app/routes/home.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition } from '#tests/factories.ts'

/** How often the database is asked by a process that knows the editions, however many courses there are. */
async function queriesOf(
  load: (asked: LoaderFunctionArgs) => Promise<unknown>,
  path: string,
  params = {},
): Promise<number> {
  const context = { script: null, preferences: usualPreferences, isPublic: true }
  const ask = () => load({ request: new Request(`http://localhost${path}`), params, context })
  await ask()
  return countQueries(ask)
}

test('the home page and the catalogue ask the database once, the course page once', async () => {
  await Promise.all(Array.from({ length: 12 }, (_, place) => anEdition({ slug: `khoa-${place}` })))

  expect(await queriesOf(home, '/')).toBe(1)
  expect(await queriesOf(catalogue, '/courses')).toBe(1)
  expect(await queriesOf(course, '/courses/khoa-1', { course: 'khoa-1' })).toBe(1)
})

test('once the index is made, a search asks nothing more than the catalogue', async () => {
  await searchCourses('nhan biet')
  await catalogueVersion()

  expect(await queriesOf(catalogue, '/courses?q=nhan+biet')).toBe(1)
})

test('a course that does not exist is not there', async () => {
  const outcome = await queriesOf(course, '/courses/nope', { course: 'nope' }).catch((thrown: unknown) => thrown)

  expect(outcome instanceof Response && outcome.status).toBe(404)
})
