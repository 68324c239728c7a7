import { expect, test } from 'vitest'
import { nearestRoutes } from '#app/web/nearest-routes.ts'

const paths = {
  root: '',
  home: undefined,
  courses: 'courses',
  lesson: 'courses/:course/:lesson',
  media: 'courses/:course/media/:file',
  attempt: 'attempts/:attempt',
  'en.home': 'en',
  'en.lesson': 'en/courses/:course/:lesson',
  'en.attempt': 'en/attempts/:attempt',
  unknown: '*',
}
const routes = Object.fromEntries(
  Object.entries(paths).map(([id, path]) => [id, { id, path, parentId: id === 'root' ? undefined : 'root' }]),
)
const near = nearestRoutes({ routes, assets: { routes } })

test.each([
  ['/courses/cd3/gia-cong-an?mine', ['lesson']],
  ['/courses/cd3/media/a.svg', ['media']],
  ['/courses', ['courses']],
  ['/courses/', ['courses']],
  ['/courses?q=otp', ['courses']],
  ['/attempts/1', ['attempt']],
  ['/attempts/1?next=/a/b', ['attempt']],
  ['/en', ['en.home']],
  ['/en/courses/cd3/gia-cong-an', ['en.lesson']],
  ['/en/attempts/1', ['en.attempt']],
])('%s is looked for among its neighbours and what may be anywhere', (path, neighbours) => {
  const build = near(path)

  expect(Object.keys(build.routes).sort()).toEqual([...neighbours, 'home', 'root', 'unknown'].sort())
  expect(Object.keys(build.assets.routes)).toEqual(Object.keys(build.routes))
})

test.each([
  '/',
  '/nothing',
  '/en/nothing',
  '/attempts',
  '/attempts/1/2',
  '/%61ttempts/1',
  '/Attempts/1',
  '//attempts/1',
  '/attempts.data',
])('%s is looked for among all routes', (path) => {
  expect(Object.keys(near(path).routes)).toHaveLength(Object.keys(paths).length)
})

test('a route under another is found by the path of both, and comes with its parent', () => {
  const nested = {
    root: { id: 'root', path: '' },
    account: { id: 'account', path: 'account', parentId: 'root' },
    sessions: { id: 'sessions', path: 'sessions', parentId: 'account' },
    other: { id: 'other', path: 'other', parentId: 'root' },
  }
  const build = nearestRoutes({ routes: nested, assets: { routes: nested } })('/account/sessions')

  expect(Object.keys(build.routes)).toEqual(['root', 'account', 'sessions'])
})
