import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { expect, test, vi } from 'vitest'
import { documentHandler } from '#app/web/document-handler.server.ts'
import { usualPreferences } from '#app/web/preferences.ts'

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
  file: { loader: seen },
}

/** A build of these routes, whose pages tell what they were rendered from. */
function aBuild(): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(modules).map(([id, module]) => [
      id,
      id === 'root' ? { id, path: '', module } : { id, path: id, parentId: 'root', module },
    ]),
  )
  const entry = {
    module: {
      default: (
        _: Request,
        status: number,
        headers: Headers,
        remix: { staticHandlerContext: { loaderData: unknown } },
      ) => new Response(JSON.stringify(remix.staticHandlerContext.loaderData), { status, headers }),
      handleError: told,
    },
  }
  const future = { v3_relativeSplatPath: true }
  const assets = { routes: {}, entry: { module: '', imports: [] }, url: '', version: '' }
  // biome-ignore lint/suspicious/noExplicitAny: a whole build of Remix is far more than what is looked at
  return { routes, entry, future, assets } as any
}

const handle = documentHandler(aBuild())
const get = (path: string) => handle(new Request(`http://localhost${path}`), context)

test('the loaders of a page share the one Request that came', async () => {
  asked.length = 0
  const answer = await get('/page')

  expect(await answer?.json()).toEqual({ root: { at: '/page' }, page: { at: '/page' } })
  expect(asked).toHaveLength(2)
  expect(asked[0]).toBe(asked[1])
})

test('a page keeps its own headers and the cookies of its loaders', async () => {
  expect((await get('/page'))?.headers.get('x-robots-tag')).toBe('noindex')
  expect((await get('/cookie'))?.headers.getSetCookie()).toEqual(['a=1'])
})

test('a redirect is the answer; a failure that was meant keeps its status and is nobody’s bug', async () => {
  told.mockClear()
  expect((await get('/door'))?.status).toBe(302)
  expect((await get('/gone'))?.status).toBe(404)
  expect(told).not.toHaveBeenCalled()
})

test('a bug is a 500, told once', async () => {
  told.mockClear()
  const answer = await get('/bug')

  expect(answer?.status).toBe(500)
  expect(told).toHaveBeenCalledTimes(1)
  expect(await answer?.text()).not.toContain('secret')
})

test('what is no page, or nowhere, is left to others', () => {
  expect(get('/file')).toBeNull()
  expect(get('/nowhere')).toBeNull()
})
