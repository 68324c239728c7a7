import { expect, test } from 'vitest'
import { z } from 'zod'
import routes from '#app/routes.ts'
import { access, type Who } from '#tests/e2e/access.ts'
import { type Answered, ask } from '#tests/e2e/asking.ts'
import { plain } from '#tests/e2e/key-words.ts'
import { ownerAndStrangers } from '#tests/e2e/owner-and-strangers.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { startServer } from '#tests/e2e/serving.ts'
import { openServer } from '#tests/e2e/stage.ts'

const server = await openServer()
const { owner, strangers, others, values, answer, secrets } = await ownerAndStrangers(server)

function filled(path: string): string {
  return `/${path.replaceAll(/:(\w+)/g, (_, name) => values[name] ?? '').replace('*', 'nowhere')}`
}

/** Nothing of the owner, nothing of any key. */
function expectNothingOfOthers(where: string, { text }: Answered, allowed: string[] = []) {
  const personal = [owner.account.fullName, owner.account.contact, owner.username]
  for (const words of personal.filter((word) => !allowed.includes(word))) expect(text, where).not.toContain(words)
  expect(text, where).not.toContain('isRight')
}

function expectNoKey(where: string, { text }: Answered, answered: Set<string> = new Set()) {
  const shown = plain(text)
  const leaked = secrets.filter(
    ({ question, words }) => !answered.has(question) && words.some((sentence) => shown.includes(sentence)),
  )
  expect(
    leaked.map(({ question }) => question),
    where,
  ).toEqual([])
  expect(text, where).not.toContain('isRight')
}

/** What stands at a path for somebody to whom nothing of the owner belongs. */
function expected(who: Who, name: string): number[] {
  const isNobody = name === 'nobody'
  if (who === 'anyone') return [200, 303, 302, 404, 422, 400]
  if (who === 'nobody') return [404, 405, 302]
  if (isNobody) return who === 'person' ? [302] : [302, 404]
  if (hasRole(who, name)) return [200, 302, 303, 404, 400, 422]
  return who === 'person' ? [200, 302, 303, 422] : [404]
}

/** Whether this stranger's role is one of those that may; what belongs to one person alone has none. */
function hasRole(who: Who, name: string): boolean {
  return typeof who !== 'string' && who.some((role) => role === name)
}

/** Managers look after people: of somebody else they may see the name, never a contact. */
function namesFor(who: Who, name: string): string[] {
  return hasRole(who, name) ? [owner.account.fullName, owner.username] : []
}

test('every route has its access decided, in both languages', () => {
  const paths = routes.map(({ path = '' }) => path.replace(/^en(\/|$)/, ''))
  expect(paths.filter((path) => !(path in access))).toEqual([])
  expect(Object.keys(access).filter((path) => !paths.includes(path))).toEqual([])
})

test.each(['nobody', 'learner', 'trainer', 'manager'] as const)(
  'every page asked for by a stranger (%s) is a page, the door or a 404, and tells nothing of others',
  async (name) => {
    for (const { path: whole = '' } of routes) {
      const path = whole.replace(/^en(\/|$)/, '')
      const { read } = access[path] ?? { read: 'nobody' as const }
      const address = whole === path ? filled(path) : filled(whole)
      const answered = await strangers[name].go(address)
      const where = `${name} GET ${address}`
      expect(expected(read, name), `${where}: ${answered.status}`).toContain(answered.status)
      if (read === 'belongs' || (typeof read !== 'string' && !hasRole(read, name)))
        expect(answered.status, where).not.toBe(200)
      if (answered.status === 302 && read !== 'nobody')
        expect(answered.headers.location, where).toMatch(/^(\/en)?\/sign-in\?next=/)
      const printed = path.startsWith('certificates/:code') ? [owner.account.fullName] : []
      expectNothingOfOthers(where, answered, [...printed, ...namesFor(read, name)])
      expectNoKey(where, answered)
      const head = await strangers[name].go(address, { method: 'HEAD' })
      expect([head.status, head.text], `${where} HEAD`).toEqual([answered.status, ''])
    }
  },
)

/** These change who asks: they are tried by tests of their own. */
const ownDoors = ['account/closure', 'sign-out', 'sign-up']

test.each(['nobody', 'learner', 'trainer', 'manager'] as const)(
  'every form posted by a stranger (%s) changes and shows nothing of the owner',
  async (name) => {
    const records = recordsIn(server.folder)
    const stateOf = () => JSON.stringify(ownersRows(records))
    const before = stateOf()
    for (const { path: whole = '' } of routes) {
      const path = whole.replace(/^en(\/|$)/, '')
      if (ownDoors.includes(path)) continue
      const { post } = access[path] ?? { post: 'nobody' as const }
      const address = filled(whole)
      const form = { account: 'nobody', password: 'x', role: 'administrator', reason: 'x', go: '1', ...answer }
      const answered = await strangers[name].go(address, { form })
      const where = `${name} POST ${address}`
      expect(expected(post, name), `${where}: ${answered.status}`).toContain(answered.status)
      if (post === 'belongs' || (typeof post !== 'string' && !hasRole(post, name)))
        expect([302, 303, 404], where).toContain(answered.status)
      const printed = path.startsWith('certificates/:code') ? [owner.account.fullName] : []
      expectNothingOfOthers(where, answered, [...printed, ...namesFor(post, name)])
      expectNoKey(where, answered)
    }
    expect(stateOf()).toBe(before)
  },
)

function ownersRows(records: ReturnType<typeof recordsIn>) {
  const any = z.record(z.string(), z.unknown())
  return [
    records.read(any, 'SELECT id, username, full_name, role, closed_at FROM people WHERE id = ?', owner.id),
    records.read(any, 'SELECT id FROM sessions WHERE person_id = ?', owner.id),
    records.read(any, 'SELECT id, closed_at, credit FROM attempts WHERE person_id = ?', owner.id),
    records.read(any, 'SELECT * FROM certificates WHERE person_id = ?', owner.id),
    records.read(any, 'SELECT count(*) AS n FROM events WHERE person_id = ?', owner.id),
  ]
}

test('the owner’s open attempt shows no key on any of its pages, nor in the own data', async () => {
  const { attempt = '' } = values
  const records = recordsIn(server.folder)
  const answered = new Set<string>()
  for (const lesson of records.course('cd3').lessons)
    for (const { id } of records.practiceIn(records.course('cd3').edition, lesson)) answered.add(id)
  for (const { id } of records.paper(
    records.read(z.object({ id: z.string() }), 'SELECT id FROM attempts WHERE closed_at IS NOT NULL')[0]?.id ?? '',
  ))
    answered.add(id)
  const pages = Array.from(
    { length: records.paper(attempt).length },
    (_, place) => `/attempts/${attempt}?q=${place + 1}`,
  )
  for (const path of [
    ...pages,
    `/attempts/${attempt}/paper`,
    `/en/attempts/${attempt}/paper`,
    `/attempts/${attempt}/submission`,
    '/account/data',
    '/me',
    '/me/summary?course=cb2',
    '/courses/cb2?mine',
    ...records.course('cb2').lessons.map((lesson) => `/courses/cb2/${lesson}?mine`),
  ]) {
    const page = await owner.go(path)
    expect(page.status, path).toBe(200)
    expectNoKey(path, page, answered)
  }
})

test('what is answered early tells nothing of others either', async () => {
  for (const { go } of Object.values(strangers)) {
    expectNothingOfOthers('/me/summary', await go('/me/summary?course=cd3'))
    expectNothingOfOthers('/healthz', await go('/healthz'))
    expect((await go('/events')).status).toBe(405)
    for (const path of ['/metrics', '/Metrics', '/metrics/'])
      expectNothingOfOthers(path, await go(path, { headers: { 'x-forwarded-for': '8.8.8.8' } }))
  }
  expect((await ask(server.url, '/me/summary')).text).toBe('null')
  expect((await ask(server.url, '/events', { json: { events: [] } })).status).toBe(401)
})

test('a public page filled by somebody signed in holds nothing of them', async () => {
  const fresh = await startServer({}, server.folder)
  const { lessons } = recordsIn(server.folder).course('cd3')
  for (const path of ['/', '/en', '/courses', '/courses/cd3', ...lessons.map((lesson) => `/courses/cd3/${lesson}`)]) {
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const filling = await ask(fresh.url, path, { headers: { cookie } })
    const later = await ask(fresh.url, path)
    expect(filling.headers['cache-control'], path).toBe('public, max-age=0, must-revalidate')
    expect(filling.headers.vary, path).toContain('cookie')
    expect(filling.headers['set-cookie'], path).toBeUndefined()
    expect(later.text, path).toBe(filling.text)
    expectNothingOfOthers(path, filling)
    expectNoKey(path, filling)
    const unchanged = await ask(fresh.url, path, { headers: { 'if-none-match': String(filling.headers.etag) } })
    expect([unchanged.status, unchanged.text], path).toEqual([304, ''])
  }
  await fresh.stop()
})

test('personal pages are stored by no cache, and only media named by their hash are kept for ever', async () => {
  for (const path of ['/me', '/account', '/account/data', '/courses/cd3?mine', '/me/summary', '/sign-in', '/nowhere']) {
    const { headers } = await owner.go(path)
    expect(headers['cache-control'], path).toBe('no-store')
  }
  const plainly = await ask(server.url, '/courses/cd3/media/cover.svg')
  expect(plainly.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  const [named] = /cover\.svg\?v=[\w-]+/.exec((await ask(server.url, '/courses/cd3')).text) ?? []
  if (named)
    expect((await ask(server.url, `/courses/cd3/media/${named}`)).headers['cache-control']).toContain('immutable')
  const wrong = await ask(server.url, '/courses/cd3/media/cover.svg?v=0000')
  expect(wrong.headers['cache-control']).not.toContain('immutable')
})

test('the search for keys finds one where it may stand: on the owner’s answered practice', async () => {
  const { course = '', lesson = '' } = values
  expect(secrets.filter(({ words }) => words.length > 2).length).toBeGreaterThan(80)
  const shown = plain((await owner.go(`/courses/${course}/${lesson}?mine`)).text)
  expect(secrets.filter(({ words }) => words.some((sentence) => shown.includes(sentence))).length).toBeGreaterThan(0)
})

test('a learner sees only their own name on their own pages', async () => {
  const [learner] = others
  if (!learner) throw new Error('nobody')
  for (const path of ['/me', '/account', '/account/data']) {
    const page = await learner.go(path)
    expect(page.status, path).toBe(200)
    expect(page.text, path).toContain(learner.account.fullName)
    expectNothingOfOthers(path, page)
  }
})
