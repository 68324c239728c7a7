import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { aDevice, aSignedUp, ask, rawly } from '#tests/e2e/asking.ts'
import { preparedFolder } from '#tests/e2e/prepared.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { type Serving, startServer } from '#tests/e2e/serving.ts'
import { openServer } from '#tests/e2e/stage.ts'
import { expectThreeLines } from '#tests/e2e/three-lines.ts'

/** Begun first and judged last: while these wait to be cut, the other tests go on. */
const { url: patient } = await openServer()
const endless = Promise.all([
  rawly(patient, 'GET / HTTP/1.1\r\nhost: x\r\nx-slow: 1', 45_000),
  rawly(patient, 'POST /sign-in HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\ncontent-type: x\r\n\r\na', 100_000),
])

async function aServer(settings: Record<string, string> = {}): Promise<Serving> {
  const server = await startServer(settings, preparedFolder())
  onTestFinished(() => void server.stop('SIGKILL'))
  return server
}

const wait = (ms: number) => new Promise((wake) => setTimeout(wake, ms))

function readEvents({ folder }: Serving, person: string): number {
  const counted = recordsIn(folder).read(
    z.object({ n: z.number() }),
    'SELECT count(*) AS n FROM events WHERE person_id = ?',
    person,
  )
  return counted[0]?.n ?? 0
}

async function aLearner(server: Serving) {
  const person = await aSignedUp(server.url)
  const id: string = JSON.parse((await person.go('/me/summary')).text).id
  const { edition, lessons } = recordsIn(server.folder).course('cd3')
  const event = { edition, lesson: lessons[0] ?? '', kind: 'lesson.opened' }
  return { ...person, id, event }
}

/** Another process holds the only lock for writing. */
function lock(folder: string) {
  const database = new Database(join(folder, 'ben-so.db'), { timeout: 5_000 })
  database.exec('BEGIN IMMEDIATE')
  return () => {
    database.exec('ROLLBACK')
    database.close()
  }
}

test('a database locked for three seconds makes people wait, no more', async () => {
  const server = await aServer()
  const learner = await aLearner(server)
  const unlock = lock(server.folder)
  const sent = learner.send([learner.event])
  const page = await ask(server.url, '/courses/cd3')
  expect(page.status).toBe(200)
  await wait(3_000)
  unlock()
  expect((await sent).outcomes).toEqual(['received'])
})

test('a database locked for longer is a 503 in three lines; pages are read, nothing is half written, and later it works', async () => {
  const server = await aServer()
  const learner = await aLearner(server)
  const before = readEvents(server, learner.id)
  const unlock = lock(server.folder)
  const events = learner.go('/events', { json: { events: [{ ...learner.event, id: randomUUID(), at: new Date() }] } })
  const form = { fullName: 'Bé', contact: '0912999888', password: 'bến đò chiều', birthYear: '1968', account: 'yes' }
  const signUp = ask(server.url, '/en/sign-up', { form })
  const enrolment = learner.go('/courses/cd3/enrolments', { form: {}, method: 'POST' })
  for (const path of ['/', '/courses/cd3/gia-cong-an', '/me', '/account'])
    expect((await learner.go(path)).status).toBe(200)

  const [refusedEvents, refusedSignUp, refusedEnrolment] = await Promise.all([events, signUp, enrolment])
  expect([refusedEvents.status, refusedSignUp.status, refusedEnrolment.status]).toEqual([503, 503, 503])
  expectThreeLines(refusedEvents)
  expectThreeLines(refusedSignUp, 'en')
  expectThreeLines(refusedEnrolment)
  expect(Number(refusedSignUp.headers['retry-after'])).toBeGreaterThan(0)
  unlock()
  expect(readEvents(server, learner.id)).toBe(before)
  expect((await learner.send([learner.event])).outcomes).toEqual(['received'])
  expect((await ask(server.url, '/sign-up', { form })).status).toBe(303)
})

/** From now on no file of these processes may grow beyond this: to them the disk is full. */
function limitFiles(pids: number[], bytes: number | 'unlimited') {
  for (const pid of pids) execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])
}

/** The processes that serve; not the one beside them. */
function workersOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(/\s+/)
  return children.filter((id) => !commandOf(id).includes('beside-serving')).map(Number)
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

test('on a full disk a write is refused with words, pages go on, nothing acknowledged is lost, and space mends it', async () => {
  const server = await aServer()
  const learner = await aLearner(server)
  let acknowledged = (await learner.send([learner.event, learner.event])).outcomes.length
  const workers = workersOf(server.pid)
  limitFiles(workers, Math.min(...['', '-wal'].map((end) => statSync(join(server.folder, `ben-so.db${end}`)).size)))

  let refused = await learner.send([learner.event])
  for (let tries = 0; refused.status === 200 && tries < 200; tries++) {
    acknowledged += refused.outcomes.length
    refused = await learner.send([learner.event])
  }
  expect(refused.status).toBe(503)
  expectThreeLines(refused)
  const form = { fullName: 'Bé', contact: '0912999777', password: 'bến đò chiều', birthYear: '1968', account: 'yes' }
  const signUp = await ask(server.url, '/sign-up', { form })
  expect(signUp.status).toBe(503)
  expectThreeLines(signUp)
  for (const path of ['/', '/courses/cd3/gia-cong-an', '/me']) expect((await learner.go(path)).status).toBe(200)

  limitFiles(workers, 'unlimited')
  expect((await learner.send([learner.event])).outcomes).toEqual(['received'])
  expect(readEvents(server, learner.id)).toBe(acknowledged + 1)
  expect(workersOf(server.pid)).toEqual(workers)
})

test('when a process is killed in the middle of traffic another takes its place, and nothing acknowledged is lost', async () => {
  const server = await aServer({ PROCESSES: '2' })
  const learner = await aLearner(server)
  const before = workersOf(server.pid)
  let acknowledged = 0
  let isOver = false
  const traffic = Promise.all(
    Array.from({ length: 4 }, async () => {
      while (!isOver) {
        const outcomes = await learner.send([learner.event], 5_000).then(
          (sent) => sent.outcomes,
          () => [], // the killed process takes its connections with it
        )
        acknowledged += outcomes.filter((outcome) => outcome === 'received').length
      }
    }),
  )
  await wait(500)
  process.kill(before[0] ?? 0, 'SIGKILL')
  const giveUpAt = Date.now() + 60_000
  while (Date.now() < giveUpAt && workersOf(server.pid).filter((pid) => pid !== before[0]).length < 2) await wait(100)
  await wait(1_000)
  isOver = true
  await traffic
  expect(workersOf(server.pid)).toHaveLength(2)
  expect(workersOf(server.pid)).not.toContain(before[0])
  expect(acknowledged).toBeGreaterThan(10)
  expect(readEvents(server, learner.id)).toBeGreaterThanOrEqual(acknowledged)
  expect((await ask(server.url, '/readyz')).status).toBe(200)
})

test('behind a proxy the last address it names counts, cookies are for https alone, and /metrics is shut', async () => {
  const port = String(20_000 + Math.floor(Math.random() * 20_000))
  await aServer({ TRUST_PROXY: '1', PUBLIC_URL: 'https://benso.example', PORT: port })
  const url = `http://127.0.0.1:${port}`
  const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
  for (let guess = 0; guess < 70; guess++) await ask(url, `/certificates/BS-2345-${6000 + guess}`, from('1.1.1.1'))
  const guessFrom = async (address: string) => (await ask(url, '/certificates/BS-2345-7000', from(address))).status
  expect([await guessFrom('2.2.2.2'), await guessFrom('1.1.1.1, 3.3.3.3')]).toEqual([404, 404])
  const again = await Promise.all(Array.from({ length: 20 }, () => guessFrom('4.4.4.4, 1.1.1.1')))
  expect(again).toContain(429)

  expect((await ask(url, '/metrics', from('127.0.0.1'))).status).toBe(404)
  const form = { fullName: 'Bé', contact: '0912999666', password: 'bến đò chiều', birthYear: '1968', account: 'yes' }
  const [token, hint] = (await ask(url, '/sign-up', { form })).headers['set-cookie'] ?? []
  expect(token).toMatch(/^__Host-ben-so=[\w-]{43}; Path=\/; SameSite=Lax; Secure;.* HttpOnly$/)
  expect(hint).toContain('; Secure')
  expect((await ask(url, '/sign-in', { form, headers: { origin: 'https://benso.example' } })).status).toBe(422)
  expect((await ask(url, '/sign-in', { form, headers: { origin: url } })).status).toBe(403)
})

test('a factory behind one address signs in', async () => {
  const server = await aServer()
  const { account } = await aSignedUp(server.url)
  const form = { account: account.contact, password: account.password }
  const statuses = await Promise.all(
    Array.from({ length: 120 }, () =>
      aDevice(server.url)
        .go('/sign-in', { form })
        .then(({ status }) => status),
    ),
  )
  expect(statuses.filter((status) => status !== 303)).toEqual([])
})

test('a request that never ends is cut, its headers within half a minute, its body within one and a half', async () => {
  const [headers, body] = await endless
  expect(headers).toMatch(/^HTTP\/1\.1 408 /)
  expect(headers).toContain('gọi 0273 000 1022')
  expect(body).toMatch(/^HTTP\/1\.1 (408|400) /)
})
