import { expect, test } from 'vitest'
import routes from '#app/routes.ts'
import { type Answered, aDevice, aSignedUp, ask, rawly } from '#tests/e2e/asking.ts'
import { openServer } from '#tests/e2e/stage.ts'
import { expectThreeLines } from '#tests/e2e/three-lines.ts'

const server = await openServer()

test.each([
  '/%',
  '/courses/%ff',
  '/courses/%ff/%ff',
  '/courses/cd3%00',
  '/courses/..%2f..%2fetc%2fpasswd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/../../etc/passwd',
  '/\\evil.vn',
  '//evil.vn',
  '/assets/..%2f..%2fpackage.json',
  '/assets/../../package.json',
  '/courses/cd3/media/..%2f..%2fben-so.db',
  '/courses/cd3/media/%00',
  '/courses/cd3/media/a%5c..%5cb',
  '/courses/cd3/media/../../../../etc/passwd',
  '/courses/%2e%2e/media/cover.svg',
  '/certificates/%ff.pdf',
  '/certificates/BS-2222-2222.pdf',
  '/metrics?x',
  '/me/summary?course=../x',
  '/me/summary?course=cd3&course=cb2',
  '/?_data=root',
  '/__manifest?p=/&version=x',
])('%s is nowhere: the page of the site says so in three lines', async (path) => {
  const vietnamese = await ask(server.url, path)
  expect(vietnamese.status).toBe(404)
  expectThreeLines(vietnamese)
})

test('under /en the same is said in English', async () => {
  for (const path of ['/en/%ff', '/en/nowhere', '/en/courses/nowhere', '/en/certificates/BS-2222-2222.pdf']) {
    const english = await ask(server.url, path)
    expect(english.status, path).toBe(404)
    expectThreeLines(english, 'en')
  }
})

test('a failure leads to the same address in the other language, and nowhere after a form or to another site', async () => {
  const other = async (path: string, asked = {}) =>
    /<a [^>]*href="([^"]*)"[^>]* lang="(?:en|vi)"/.exec((await ask(server.url, path, asked)).text)?.[1]
  expect(await other('/courses/%ff')).toBe('/en/courses/%ff')
  expect(await other('/en/courses/%ff')).toBe('/courses/%ff')
  expect(await other('/en/nowhere')).toBe('/nowhere')
  expect(await other('/en//evil.vn')).toBe('/evil.vn')
  expect(await other('/en/\\evil.vn')).toBe('/evil.vn')
  expect(await other('/courses', { form: { a: 'b' }, headers: { 'sec-fetch-site': 'cross-site' } })).toBeUndefined()
})

test('no route has a twin for programs that tells more than its page', async () => {
  for (const { path = '' } of routes) {
    const twin = `/${path.replaceAll(/:\w+/g, 'x').replace('*', 'x') || '_root'}.data`
    expect((await ask(server.url, twin)).status, twin).toBe(404)
  }
})

test('strange methods are refused with the page of the site', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])
    for (const path of ['/', '/en/courses', '/me', '/sign-in', '/courses/cd3/media/cover.svg', '/preferences']) {
      const refused = await ask(server.url, path, { method })
      expect(refused.status, `${method} ${path}`).toBe(405)
      expect(refused.headers.allow).toBe('GET, HEAD, POST')
      expectThreeLines(refused, path.startsWith('/en') ? 'en' : 'vi')
    }
})

test('a form sent to a page that takes none, or to a file, is a page that says so', async () => {
  for (const path of ['/', '/courses', '/courses/cd3', '/courses/cd3/gia-cong-an', '/courses/cd3/media/cover.svg']) {
    const refused = await ask(server.url, path, { form: { a: 'b' } })
    expect(refused.status, path).toBe(405)
    expectThreeLines(refused)
  }
})

test('a request from another site is stopped, in the language of the page, before anything is read', async () => {
  const foreign: Array<Record<string, string>> = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.vn' },
    { origin: 'null' },
  ]
  for (const headers of foreign)
    for (const path of ['/sign-in', '/en/sign-out', '/preferences', '/events']) {
      const stopped = await ask(server.url, path, { form: { a: 'b' }, headers })
      expect(stopped.status, `${JSON.stringify(headers)} ${path}`).toBe(403)
      expectThreeLines(stopped, path.startsWith('/en') ? 'en' : 'vi')
    }
})

test('a body that is not what it says is refused, not stumbled over', async () => {
  const forms = ['/sign-in', '/sign-up', '/reset', '/preferences', '/courses/cd3/gia-cong-an/reading']
  const bodies: Array<[string, string | Buffer, Record<string, string>]> = [
    ['JSON', '{}', { 'content-type': 'text/json' }],
    ['nothing at all', '', {}],
    ['multipart without a boundary', 'rubbish', { 'content-type': 'multipart/form-data' }],
    ['broken multipart', 'rubbish', { 'content-type': 'multipart/form-data; boundary=x' }],
  ]
  for (const path of [...forms, '/courses/cd3/gia-cong-an/answers'])
    for (const [what, body, headers] of bodies) {
      const refused = await ask(server.url, path, { body, headers, method: 'POST' })
      expect(refused.status, `${what} to ${path}`).toBe(400)
      expectThreeLines(refused)
    }
  const broken = await ask(server.url, '/sign-in', {
    body: Buffer.from([0x61, 0x3d, 0xff, 0xfe, 0x80]),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(broken.status).toBe(422)
})

test('more than 512 kB is refused whether it says its length or comes in chunks, and the answer arrives', async () => {
  const body = 'a'.repeat(3_000_000)
  for (const [path, type] of [
    ['/sign-in', 'application/x-www-form-urlencoded'],
    ['/en/sign-up', 'application/x-www-form-urlencoded'],
    ['/events', 'application/json'],
  ] as const)
    for (const chunked of [false, true]) {
      const refused = await ask(server.url, path, { body, chunked, headers: { 'content-type': type } })
      expect(refused.status, `${path} ${chunked}`).toBe(413)
      if (path !== '/events') expectThreeLines(refused, path.startsWith('/en') ? 'en' : 'vi')
    }
})

test('headers and addresses beyond measure are answered, not dropped', async () => {
  const huge = await ask(server.url, '/', { headers: { cookie: `x=${'a'.repeat(20_000)}` } })
  expect(huge.status).toBe(431)
  expectThreeLines(huge)
  expect((await ask(server.url, `/courses?q=${'a'.repeat(12_000)}`)).status).toBe(200)
  expect(await rawly(server.url, 'this is no HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 [\s\S]*gọi 0273 000 1022/)
})

test('cookies of rubbish are nobody’s', async () => {
  for (const token of ['x', 'a'.repeat(43), '%00', '"; DROP TABLE', 'ờ'.repeat(21)]) {
    const cookie = `ben-so=${Buffer.from(token).toString('latin1')}; ben-so=2; text=999; theme=<b>; scripts`
    const me = await ask(server.url, '/me', { headers: { cookie } })
    expect([me.status, me.headers.location]).toEqual([302, '/sign-in?next=%2Fme'])
    expect((await ask(server.url, '/', { headers: { cookie } })).text).not.toContain('<b>')
  }
})

test('after signing in nobody is led to another site, whatever next says', async () => {
  const { account } = await aSignedUp(server.url)
  const evil = ['//evil.vn', '/\\evil.vn', 'https:evil.vn', 'https://evil.vn', '/\t/evil.vn', 'javascript:alert(1)']
  for (const next of [...evil, '/x\r\nset-cookie: a=b', '\\\\evil.vn', '/%0d%0aset-cookie:a=b']) {
    const form = { account: account.contact, password: account.password, next }
    const { headers } = await aDevice(server.url).go('/sign-in', { form })
    const target = new URL(headers.location ?? '', server.url)
    expect(target.origin, JSON.stringify(next)).toBe(server.url.replace('localhost', target.hostname))
    expect(headers['set-cookie']?.join()).not.toContain('a=b')
    const page = await ask(server.url, `/sign-in?next=${encodeURIComponent(next)}`)
    expect(page.text).not.toMatch(/(value|href)="[^"]*evil\.vn/)
  }
})

test('a Host of rubbish harms nobody, and a forwarded one counts only behind a trusted proxy', async () => {
  for (const host of ['evil"><script>', 'a:b', '', 'evil.vn/x', 'a b']) {
    const page = await ask(server.url, '/courses?q=a', { headers: { host } })
    expect([200, 400], host).toContain(page.status)
    expect(page.text).not.toContain('<script>')
  }
  const forwarded = { 'x-forwarded-host': 'evil.vn:99', 'x-forwarded-proto': 'https', forwarded: 'host=evil.vn' }
  expect((await ask(server.url, '/courses?q=a', { headers: forwarded })).text).not.toMatch(/evil\.vn|:99\//)
  const cached = await ask(server.url, '/en/courses/cd3', { headers: { host: 'evil.vn' } })
  expect(cached.text).not.toContain('evil.vn')
})

test('a NUL in an address is nowhere, and in a form no form', async () => {
  for (const path of ['/courses/cd3%00', '/courses?q=%00', '/me/summary?course=%00', '/unsubscribe/x%00'])
    expect((await ask(server.url, path)).status, path).toBe(404)
  for (const path of ['/sign-in', '/reset', '/preferences'])
    expect((await ask(server.url, path, { form: { account: 'a\0', to: '/' } })).status, path).toBe(400)
})

test('duplicate keys in an address and in a form do not matter', async () => {
  expect((await ask(server.url, '/courses?q=a&q=b&audience=x&audience=y&level[]=1&__proto__=1')).status).toBe(200)
  const twice = await ask(server.url, '/sign-in', {
    body: 'account=a&account=b&password=x&password=y&__proto__=z&constructor=1',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(twice.status).toBe(422)
})

test('a name is kept as NFC without what cannot be seen, and one of 100 kB is refused with words', async () => {
  const name = 'Nguyễn\u200b Thị\u00ad  Bé\u202e Bảy'.normalize('NFD')
  const { go } = await aSignedUp(server.url, { fullName: name })
  const { text } = await go('/me')
  expect(text).toContain('Nguyễn Thị Bé Bảy')
  expect(text).not.toMatch(/[\u200b\u00ad\u202e]/)

  const form = { fullName: 'Bé '.repeat(34_000), contact: '0912000001', password: 'bến đò chiều', account: 'yes' }
  const refused = await ask(server.url, '/sign-up', { form: { ...form, birthYear: '1968' } })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('role="alert"')
  expect(refused.text.length).toBeLessThan(20_000)
})

test('two who sign up with one phone number at the same moment are two people', async () => {
  const contact = '0987654321'
  const both = await Promise.all([
    aSignedUp(server.url, { contact, password: 'mật khẩu của Ba' }),
    aSignedUp(server.url, { contact, password: 'mật khẩu của Tư' }),
  ])
  const ids = await Promise.all(both.map(async ({ go }) => JSON.parse((await go('/me/summary')).text).id))
  expect(new Set(ids).size).toBe(2)
})

test('the same sign-up raced twenty times gives accounts that all work, none half made', async () => {
  const racers = await Promise.all(
    Array.from({ length: 20 }, () => aSignedUp(server.url, { fullName: 'Trần Văn Đua', contact: 'dua@benso.example' })),
  )
  const people = await Promise.all(racers.map(async ({ go }) => JSON.parse((await go('/me/summary')).text)))
  expect(new Set(people.map(({ id }) => id)).size).toBe(20)
})

test('a script that guesses certificate codes is stopped, and told when to come again', async () => {
  const guesses: Answered[] = []
  for (let guess = 0; guess < 90; guess++) {
    const path = `${guess % 2 ? '/en' : ''}/certificates/BS-2345-${6000 + guess}${['', '.pdf', '.json'][guess % 3]}`
    guesses.push(await ask(server.url, path))
  }
  expect(guesses.slice(0, 55).every(({ status }) => status === 404)).toBe(true)
  const stopped = guesses.flatMap((answered, guess) => (answered.status === 429 ? [{ answered, guess }] : []))
  expect(stopped.length).toBeGreaterThan(5)
  for (const { answered, guess } of stopped) {
    expect(Number(answered.headers['retry-after'])).toBeGreaterThan(0)
    expectThreeLines(answered, guess % 2 ? 'en' : 'vi')
  }
  expect((await ask(server.url, '/courses/cd3')).status).toBe(200)
})
