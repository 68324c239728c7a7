import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { rightFields } from '#tests/answers.ts'
import { type Asked, aSignedUp, ask } from '#tests/e2e/asking.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { openServer } from '#tests/e2e/stage.ts'
import { expectNothingOfTheMachine } from '#tests/e2e/three-lines.ts'

const server = await openServer()

test('events that are wrong are refused one by one, and the good ones beside them are kept', async () => {
  const { edition, lessons } = recordsIn(server.folder).course('cd3')
  const { send } = await aSignedUp(server.url)
  const good = { edition, lesson: lessons[0], kind: 'lesson.read' }
  const { status, outcomes } = await send([
    good,
    { ...good, edition: 'nowhere' },
    { ...good, lesson: 'nowhere' },
    { ...good, kind: 'attempt.opened' },
    { ...good, kind: 'attempt.closed', attempt: 'x', by: 'learner' },
    { ...good, id: 'no uuid' },
    { ...good, at: 'yesterday' },
    { ...good, role: 'administrator' },
    { edition, lesson: lessons[0], kind: 'lesson.studied', seconds: 1e9 },
    { edition, lesson: lessons[0], kind: 'practice.answered', question: 'nowhere', fields: [] },
    { edition, kind: 'attempt.submitted', attempt: randomUUID() },
    JSON.parse('{"__proto__": {"kind": "lesson.read"}}'),
    { ...good, lesson: '../../etc' },
    good,
  ])
  expect(status).toBe(200)
  expect(outcomes).toEqual(['received', ...Array(12).fill('refused'), 'received'])
})

test('a batch that is none is refused whole: too many, too deep, wrong type, packed, broken', async () => {
  const { go, send } = await aSignedUp(server.url)
  const { edition, lessons } = recordsIn(server.folder).course('cd3')
  const event = () => ({ edition, lesson: lessons[0], kind: 'lesson.opened' })
  expect((await send(Array.from({ length: 200 }, event))).outcomes).toEqual(Array(200).fill('received'))
  expect((await send(Array.from({ length: 201 }, event))).status).toBe(400)

  const json = { 'content-type': 'application/json' }
  const bodies: Array<[number, string | Buffer, Record<string, string>]> = [
    [400, '', json],
    [400, '{"events":[', json],
    [400, '"events"', json],
    [400, '{"__proto__":{"events":[]}}', json],
    [400, `${'['.repeat(100_000)}${']'.repeat(100_000)}`, json],
    [400, `{"events":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, json],
    [400, Buffer.from('7b226576656e7473223a5b22ff225d7d', 'hex'), json],
    [415, '{"events":[]}', { 'content-type': 'text/plain' }],
    [415, 'events=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    [415, gzipSync('{"events":[]}'), { ...json, 'content-encoding': 'gzip' }],
    [415, gzipSync(Buffer.alloc(50_000_000, 32)), { ...json, 'content-encoding': 'gzip' }],
  ]
  for (const [status, body, headers] of bodies) {
    const refused = await go('/events', { method: 'POST', body, headers })
    expect([status, 200], String(body.slice(0, 30))).toContain(refused.status)
    if (refused.status === 200) expect(JSON.parse(refused.text).receipts[0]?.outcome).toBe('refused')
    expectNothingOfTheMachine(refused.text)
  }
  expect((await ask(server.url, '/events', { json: { events: [] } })).status).toBe(401)
})

test('a refused batch is told of in the language of the page that sent it', async () => {
  const said = async (page: string, asked: Asked) =>
    (await ask(server.url, '/events', { ...asked, headers: { ...asked.headers, referer: server.url + page } })).text
  const json = { 'content-type': 'application/json' }
  for (const asked of [
    { body: '{' },
    { body: '{', headers: json },
    { json: { events: [] } },
    { json: 'a'.repeat(600_000) },
  ]) {
    expect(await said('/courses/cd3', asked)).toMatch(/gọi 0273|thoát/)
    expect(await said('/en/courses/cd3', asked)).toMatch(/Call 0273|signed out/)
  }
})

test('an exam takes only its own person’s answers to its own questions; repeated, late and shuffled ones do no harm', async () => {
  const records = recordsIn(server.folder)
  const { edition, exam } = records.course('cd3')
  const [owner, other] = [await aSignedUp(server.url), await aSignedUp(server.url)]
  const opened = await owner.go(`/courses/cd3/exams/${exam}`, { form: {}, method: 'POST' })
  const attempt = /attempts\/([^?]+)/.exec(opened.headers.location ?? '')?.[1] ?? ''
  const paper = records.paper(attempt)
  const [first, second] = paper
  if (!first || !second) throw new Error('no paper')
  const asked = new Set(paper.map(({ id }) => id))
  const elsewhere = [...records.questions().values()].find(({ id, kind }) => !asked.has(id) && kind === first.kind)
  if (!elsewhere) throw new Error('every question is on the paper')
  const answer = (question: typeof first, sequence: number) => {
    const fields = rightFields(question)
    return { edition, kind: 'attempt.answered', attempt, question: question.id, sequence, fields }
  }

  expect((await other.send([answer(first, 1), { edition, kind: 'attempt.submitted', attempt }])).outcomes).toEqual([
    'refused',
    'refused',
  ])
  const twice = { id: randomUUID(), ...answer(first, 5) }
  const wrongFields = { ...answer(second, 2), fields: [[`answer.${first.id}`, 'x']] }
  expect(
    (await owner.send([twice, twice, answer(first, 1), answer(elsewhere, 3), wrongFields])).outcomes.slice(0, 4),
  ).toEqual(['received', 'received', 'received', 'refused'])

  const tabs = await Promise.all(
    Array.from({ length: 4 }, () => owner.go(`/attempts/${attempt}/submission`, { form: {}, method: 'POST' })),
  )
  expect(tabs.map(({ status, headers }) => [status, headers.location])).toEqual(
    Array(4).fill([303, `/attempts/${attempt}/result`]),
  )
  expect((await owner.send([answer(second, 9)])).outcomes).toEqual(['late'])
  const closings = records.read(
    z.object({ times: z.number() }),
    "SELECT count(*) AS times FROM events WHERE kind = 'attempt.closed' AND content LIKE ?",
    `%${attempt}%`,
  )
  expect(closings[0]?.times).toBe(1)
})
