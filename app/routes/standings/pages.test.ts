import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { loader as figures } from '#app/routes/standings/figures.tsx'
import { loader as file } from '#app/routes/standings/file.ts'
import { loader as people } from '#app/routes/standings/people.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anOfficeAsked, signedInFor } from '#tests/standings.ts'
import { aUnit } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }

function ask(path: string, token: string, params: Record<string, string>): LoaderFunctionArgs {
  const request = new Request(`http://localhost${path}`, { headers: { cookie: `ben-so=${token}` } })
  return { request, params, context }
}

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )

test('figures and people of a unit are there for who answers for it; for others there is no such page', async () => {
  const { department } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const { token: stranger } = await signedInFor(await aUnit())
  const { token: learner } = await signedInFor(null, 'learner')
  for (const load of [figures, people, file]) {
    const status = (held: string) => statusOf(Promise.resolve(load(ask('/x.csv', held, { unit: department }))))
    expect([await status(token), await status(stranger), await status(learner)]).toEqual([200, 404, 404])
    expect(await status('')).toBe(302)
  }
})

test('a filter that makes no sense counts as not asked', async () => {
  const { department, requirementId } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const nonsense = '?requirement=x&standing=dancing&day=2026-02-31&q=&after='
  expect(await people(ask(`/x${nonsense}`, token, { unit: department }))).toMatchObject({
    page: { people: [{}, {}, {}], mayAct: true },
    requirements: [{ id: requirementId }],
  })
  const late = await people(ask(`/x?standing=overdue&q=cuong`, token, { unit: department }))
  expect(late.page.people.map(({ fullName }) => fullName)).toEqual(['Lê Văn Cường'])
  const before = await people(ask('/x?day=2026-01-02', token, { unit: department }))
  expect(before.page).toMatchObject({ people: [], mayAct: false })
})

test('the file opens as what its address says', async () => {
  const { department } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const csv = await file(ask('/units/x/standings.csv', token, { unit: department }))
  expect(csv.headers.get('content-disposition')).toContain('hoc-bat-buoc.csv')
  expect(await csv.text()).toContain('"Lê Văn Cường"')
  const xlsx = await file(ask('/units/x/standings.xlsx', token, { unit: department }))
  expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('pages of standings take at most twelve queries, the session counted', async () => {
  const { department } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const params = { unit: department }
  const pages: Array<[typeof figures | typeof people, string, number]> = [
    [figures, '/x', 8],
    [people, '/x', 10],
    [people, '/x?standing=overdue&q=cuong', 11],
    [people, '/x?day=2026-04-01', 10],
  ]
  for (const [load, path, most] of pages)
    expect(await countQueries(async () => load(ask(path, token, params)))).toBeLessThanOrEqual(most)
})
