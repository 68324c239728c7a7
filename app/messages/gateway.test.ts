import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { momentFrom } from '#app/i18n/day.ts'
import { deliverDue } from '#app/messages/deliver.server.ts'
import { gatewayText } from '#app/messages/gateway-text.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { aGatewayServer, answering, type GatewayServer } from '#tests/gateway-server.ts'

let gateway: GatewayServer
const noon = momentFrom('2026-11-24T12:00') ?? new Date()
const minutes = (n: number) => new Date(noon.getTime() + n * 60_000)

beforeEach(async () => {
  gateway = await aGatewayServer()
  await write((tx) => tx.delete(outbox))
})
afterEach(() => gateway.close())

const queue = (subject = 'Còn 7 ngày để học xong CB2', address = '+84912345678') =>
  write((tx) =>
    queueMessage(tx, {
      ...{ toPersonId: randomUUID(), channel: 'gateway', kind: 'reminder', address, subject },
      ...{ body: '', language: 'vi', createdAt: noon },
    }),
  )
const deliver = (now = noon, patienceMs = 2_000) =>
  deliverDue(now, { gatewayUrl: gateway.url, gatewayToken: 'a-token-of-the-vendor', patienceMs })
const rows = () => db.select().from(outbox).orderBy(outbox.id)

test('a message is posted with its id, number and words, and what the gateway calls it is kept', async () => {
  await queue()
  expect(await deliver()).toEqual({ sent: 1, failed: 0 })
  const [posted] = gateway.posted
  expect(posted).toMatchObject({ to: '+84912345678', text: expect.stringContaining('Còn 7 ngày') })
  expect(posted?.headers).toMatch(/^POST \/messages HTTP/)
  expect(posted?.headers).toContain(`idempotency-key: ${posted?.id}`)
  expect(posted?.headers).toContain('authorization: Bearer a-token-of-the-vendor')
  expect(await rows()).toMatchObject([{ id: posted?.id, deliveryId: `gw-${posted?.id}`, lastProblem: null, tries: 1 }])
  expect(await deliver(minutes(60))).toEqual({ sent: 0, failed: 0 })
})

test('what is wrong with a message is noted, and it is never sent again; the next goes all the same', async () => {
  gateway.reply = ({ to, id }) =>
    to === '+84000' ? answering(422, { error: 'no such number' }) : answering(200, { id })
  await queue('Một', '+84000')
  await queue('Hai')
  expect(await deliver()).toEqual({ sent: 1, failed: 1 })
  const [wrong] = await rows()
  expect(wrong?.lastProblem).toMatch(/^refused: 422 .*no such number/)
  expect(wrong?.failedAt).toBeInstanceOf(Date)
  await deliver(minutes(300))
  expect(gateway.posted).toHaveLength(2)
})

test('who is asked to come later comes no earlier, with all other messages', async () => {
  gateway.reply = () => answering(429, {}, { 'Retry-After': '1800' })
  await queue('Một')
  await queue('Hai')
  expect(await deliver()).toEqual({ sent: 0, failed: 1 })
  gateway.reply = ({ id }) => answering(200, { id })
  expect(await deliver(minutes(29))).toEqual({ sent: 0, failed: 0 })
  expect(await deliver(minutes(31))).toEqual({ sent: 2, failed: 0 })
  expect((await rows()).map(({ lastProblem }) => lastProblem)).toEqual([null, null])
})

test('a wait longer than a day is a day, a date that is past is none', async () => {
  gateway.reply = () => answering(503, {}, { 'Retry-After': '99999999' })
  await queue()
  await deliver()
  const waitMs = Number((await rows())[0]?.sendAfter) - noon.getTime()
  expect(Math.round(waitMs / 60_000)).toBe(24 * 60)

  gateway.reply = () => answering(503, {}, { 'Retry-After': 'Thu, 01 Jan 1970 00:00:00 GMT' })
  await deliver(minutes(24 * 60 + 1))
  expect((await rows())[0]?.sendAfter.getTime()).toBeLessThan(minutes(24 * 60 + 4).getTime())
})

test.each([
  ['500 after it has taken it', () => answering(500, 'oops'), /^uncertain busy: 500/],
  ['the line dropped', () => 'drop', /^uncertain unreachable: ECONNRESET/],
  ['no answer', () => 'silence', /^uncertain unreachable: /],
  ['200 that is no answer of a gateway', () => answering(200, '<html>welcome</html>'), /^uncertain answer: 200/],
  ['nonsense instead of HTTP', () => 'HELLO\r\n\r\n', /^uncertain unreachable: HPE_/],
])('%s: tried again under the same id, and the record says that it may be there twice', async (_, reply, problem) => {
  gateway.reply = reply
  await queue()
  expect(await deliver(noon, 300)).toEqual({ sent: 0, failed: 1 })
  expect((await rows())[0]?.lastProblem).toMatch(problem)
  expect((await rows())[0]).toMatchObject({ sentAt: null, failedAt: null })

  gateway.reply = ({ id }) => answering(200, { id })
  expect(await deliver(minutes(2))).toEqual({ sent: 1, failed: 0 })
  const [first, second] = gateway.posted
  expect(second?.id).toBe(first?.id)
  expect((await rows())[0]?.lastProblem).toMatch(/^uncertain /)
})

test('two answers on one line are one: the second is nobody’s', async () => {
  gateway.reply = ({ id }) => answering(200, { id }) + answering(200, { id: 'of somebody else' })
  await queue('Một')
  await queue('Hai')
  expect(await deliver()).toEqual({ sent: 2, failed: 0 })
  expect((await rows()).map(({ id, deliveryId }) => id === deliveryId)).toEqual([true, true])
})

test('a redirect is not followed: the number and the token go to the address that was set, and nowhere else', async () => {
  const elsewhere = await aGatewayServer()
  gateway.reply = () => answering(307, '', { Location: elsewhere.url })
  await queue()
  expect(await deliver()).toEqual({ sent: 0, failed: 1 })
  expect(elsewhere.posted).toEqual([])
  expect((await rows())[0]?.lastProblem).toMatch(/^answer: 307/)
  await elsewhere.close()
})

test('of an answer without end no more is read than an answer needs', async () => {
  gateway.reply = () => answering(200, 'x'.repeat(4_000_000), { 'Content-Length': '4000000000' })
  await queue()
  const startedAt = Date.now()
  expect(await deliver(noon, 10_000)).toEqual({ sent: 0, failed: 1 })
  expect(Date.now() - startedAt).toBeLessThan(5_000)
  expect((await rows())[0]?.lastProblem?.length).toBeLessThan(500)
})

test('no gateway there: it has certainly not arrived', async () => {
  await queue()
  await deliverDue(noon, { gatewayUrl: 'http://127.0.0.1:1/', patienceMs: 500 })
  expect((await rows())[0]?.lastProblem).toBe('unreachable: ECONNREFUSED')
})

test('through the gateway goes no link, whatever the words hold, and always the promise', () => {
  const text = gatewayText('Học tại https://lua-dao.example/x?y, www.gia.vn hoặc Ben-So.tinh.gov.vn/dat-lai ngay', 'vi')
  expect(text).toBe('Học tại hoặc ngay Bến Số không hỏi tiền, mật khẩu hay OTP; tin này không có đường dẫn.')
  expect(gatewayText('Soạn văn bản Word 2016. Hạn 31.12.2026', 'vi')).toContain('Word 2016. Hạn 31.12.2026')
})

test('a text is at most three parts of an SMS, and no letter is cut in two', () => {
  const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' })
  const words = fc.string({ unit: fc.constantFrom('ệ', 'e\u0323\u0302', 'Đ', ' ', 'a', '👩‍🌾', '🇻🇳'), maxLength: 400 })
  fc.assert(
    fc.property(words, fc.constantFrom('vi' as const, 'en' as const), (said, language) => {
      const text = gatewayText(said, language)
      expect(text.length).toBeLessThanOrEqual(3 * 67)
      const whole = new Set([...letters.segment(said)].map(({ segment }) => segment))
      const kept = text.slice(0, text.indexOf(' Bến Số ')).replace(/ …$/, '')
      for (const { segment } of letters.segment(kept)) expect(whole.has(segment)).toBe(true)
    }),
  )
})
