import { createServer } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { pageCache } from '#app/web/page-cache.server.ts'
import type { Preferences } from '#app/web/preferences.ts'

const closing: Array<() => void> = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

type Html = (path: string, preferences: Preferences) => string | Promise<string>

/** A cache behind a real server; `published` and `html` may be changed by the test. */
async function aCache(options: { limitBytes?: number } = {}) {
  const html: Html = (path, preferences) => `<p>${path} ${preferences.text}</p>`
  const state = { version: 1, rendered: 0, html }
  const cache = pageCache({
    isPublic: (path) => path.startsWith('/public'),
    render: async (path, preferences) => {
      state.rendered++
      return path.endsWith('missing') ? null : state.html(path, preferences)
    },
    version: () => state.version,
    limitBytes: options.limitBytes ?? 1_000_000,
  })
  const server = createServer(async (request, response) => {
    if (await cache.serve(request, response)) return
    response.writeHead(299).end('not from the cache')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  closing.push(() => server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers: { 'accept-encoding': 'identity', ...headers }, method })
  return { state, cache, get }
}

test('a public page is rendered once, however many ask for it at the same time', async () => {
  const { state, get } = await aCache()
  const answers = await Promise.all(Array.from({ length: 20 }, () => get('/public')))
  expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(20).fill('<p>/public 18</p>'))
  expect(state.rendered).toBe(1)
})

test('a publish anywhere makes every page stale at once', async () => {
  const { state, get } = await aCache()
  await get('/public')
  state.html = () => '<p>new</p>'
  expect(await (await get('/public')).text()).toBe('<p>/public 18</p>')
  state.version = 2
  expect(await (await get('/public')).text()).toBe('<p>new</p>')
})

test('a page that was being rendered when something was published is not kept', async () => {
  const { state, get } = await aCache()
  let finish = (_html: string) => {}
  const begun = new Promise<void>((started) => {
    state.html = () => {
      started()
      return new Promise<string>((resolve) => {
        finish = resolve
      })
    }
  })
  const first = get('/public/slow')
  await begun
  state.version = 2
  state.html = () => '<p>new</p>'
  await get('/public/other')
  finish('<p>old</p>')
  await first
  expect(await (await get('/public/slow')).text()).toBe('<p>new</p>')
})

test('a second visit with the ETag costs no body, and keeps the security headers', async () => {
  const { get } = await aCache()
  const first = await get('/public')
  const again = await get('/public', { 'if-none-match': first.headers.get('etag') ?? '' })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
  expect(again.headers.get('content-security-policy')).toBe(first.headers.get('content-security-policy'))
  expect(first.headers.get('content-security-policy')).not.toMatch(/unsafe/)
})

test('each encoding carries the same page', async () => {
  const { get } = await aCache()
  const brotli = await get('/public', { 'accept-encoding': 'gzip, br' })
  expect(brotli.headers.get('content-encoding')).toBe('br')
  expect(await brotli.text()).toBe('<p>/public 18</p>')
  const gzip = await get('/public', { 'accept-encoding': 'gzip' })
  expect(gzip.headers.get('content-encoding')).toBe('gzip')
  expect(await gzip.text()).toBe('<p>/public 18</p>')
})

test('text size, colours and light pages are pages of their own', async () => {
  const { state, get } = await aCache()
  expect(await (await get('/public', { cookie: 'text=28' })).text()).toBe('<p>/public 28</p>')
  await get('/public', { cookie: 'theme=dark' })
  await get('/public', { 'save-data': 'on' })
  await get('/public', { cookie: 'ben-so=secret; text=28' })
  expect(state.rendered).toBe(3)
})

test('what is not there, not public or changes something is left to others', async () => {
  const { get } = await aCache()
  expect((await get('/public/missing')).status).toBe(299)
  expect((await get('/private')).status).toBe(299)
  expect((await get('/public', {}, 'POST')).status).toBe(299)
})

test('the cache never grows beyond its limit: the oldest pages leave', async () => {
  const { state, cache, get } = await aCache({ limitBytes: 5_000 })
  state.html = (path) => path + 'x'.repeat(1_000)
  for (let page = 0; page < 40; page++) await get(`/public/${page}`)
  expect(cache.size().bytes).toBeLessThanOrEqual(5_000)
  expect(cache.size().pages).toBeGreaterThan(0)
})
