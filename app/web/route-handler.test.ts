import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test, vi } from 'vitest'
import { usualPreferences } from '#app/web/preferences.ts'
import { routeHandler } from '#app/web/route-handler.server.ts'

const context: AppLoadContext = { script: null, preferences: usualPreferences, isPublic: false }
const told = vi.fn()
const asked: Request[] = []

const seen = ({ request }: LoaderFunctionArgs) => {
  asked.push(request)
  return { at: new URL(request.url).pathname }
}
const fails = () => {
  throw new Error('a bug with a secret in it')
}
const cookie = () => new Response('{}', { headers: { 'set-cookie': 'a=1', 'content-type': 'application/json' } })
const page = () => null

const modules = {
  root: { default: page, loader: seen, ErrorBoundary: page },
  page: { default: page, loader: seen, headers: () => ({ 'x-robots-tag': 'noindex' }) },
  bug: { default: page, loader: fails },
  cookie: { default: page, loader: cookie },
  door: { default: page, loader: () => Response.redirect('http://localhost/sign-in') },
  gone: { default: page, loader: () => Promise.reject(new Response(null, { status: 404 })) },
  file: { default: undefined, loader: () => new Response('bytes') },
  locked: { default: undefined, loader: () => Promise.reject(new Response('not yours', { status: 403 })) },
  'broken-file': { default: undefined, loader: fails },
  values: { default: undefined, loader: seen },
}

/** A build of these routes, whose pages tell what they were rendered from. */
const site: Parameters<typeof routeHandler>[0] = {
  routes: Object.fromEntries(
    Object.entries(modules).map(([id, module]) => [
      id,
      id === 'root' ? { id, path: '', module } : { id, path: id, parentId: 'root', module },
    ]),
  ),
  entry: {
    module: {
      default: (_request, status, headers, { staticHandlerContext }) =>
        new Response(JSON.stringify(staticHandlerContext.loaderData), { status, headers }),
      handleError: told,
    },
  },
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: true,
  },
  assets: { routes: {}, entry: { module: '', imports: [] }, url: '', version: '' },
}

const handle = routeHandler(site)
const get = (path: string) => handle(new Request(`http://localhost${path}`), context)

test('the loaders of a page share the one Request that came', async () => {
  asked.length = 0
  const answer = await get('/page')

  expect(await answer.json()).toEqual({ root: { at: '/page' }, page: { at: '/page' } })
  expect(asked).toHaveLength(2)
  expect(asked[0]).toBe(asked[1])
})

test('a page keeps its own headers and the cookies of its loaders', async () => {
  expect((await get('/page')).headers.get('x-robots-tag')).toBe('noindex')
  expect((await get('/cookie')).headers.getSetCookie()).toEqual(['a=1'])
})

test('a redirect is the answer; a failure that was meant keeps its status and is nobody’s bug', async () => {
  told.mockClear()
  expect((await get('/door')).status).toBe(302)
  expect((await get('/gone')).status).toBe(404)
  expect(told).not.toHaveBeenCalled()
})

test('a bug is a 500, told once', async () => {
  told.mockClear()
  const answer = await get('/bug')

  expect(answer.status).toBe(500)
  expect(told).toHaveBeenCalledTimes(1)
  expect(await answer.text()).not.toContain('secret')
})

test('a HEAD is answered as its GET would be', async () => {
  const answer = await handle(new Request('http://localhost/page', { method: 'HEAD' }), context)

  expect(answer.status).toBe(200)
  expect(answer.headers.get('x-robots-tag')).toBe('noindex')
})

test('an address of nothing is a page that says so; a method that a page does not take is a 405', async () => {
  told.mockClear()
  expect((await get('/nowhere')).status).toBe(404)
  expect((await handle(new Request('http://localhost/page', { method: 'POST' }), context)).status).toBe(405)
  expect(told).not.toHaveBeenCalled()
})

test('what is no page answers with its own Response, returned or thrown', async () => {
  expect(await (await get('/file')).text()).toBe('bytes')
  const locked = await get('/locked')
  expect([locked.status, await locked.text()]).toEqual([403, 'not yours'])
})

test('a failure of what is no page is told once and has no words of its own', async () => {
  told.mockClear()
  for (const path of ['/broken-file', '/values']) {
    const answer = await get(path)
    expect([answer.status, answer.body]).toEqual([500, null])
  }
  expect(told).toHaveBeenCalledTimes(2)
  expect((await handle(new Request('http://localhost/file', { method: 'POST' }), context)).status).toBe(405)
})

test('no other address gives the data of a page', async () => {
  expect(await (await get('/file?_data=root')).text()).toBe('bytes')
  for (const path of ['/page.data', '/_root.data', '/__manifest']) expect((await get(path)).status).toBe(404)
})
