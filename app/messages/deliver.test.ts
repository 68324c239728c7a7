import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { deliverDue } from '#app/messages/deliver.server.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { startDelivery } from '#app/messages/start-delivery.server.ts'
import { aMailServer, type MailServer } from '#tests/mail-server.ts'

let server: MailServer

beforeEach(async () => {
  server = await aMailServer()
  await write((tx) => tx.delete(outbox))
})
afterEach(() => server.close())

const minutes = (n: number) => new Date(Date.now() + n * 60_000)

function queue(address = 'ba@example.vn', language: 'vi' | 'en' = 'vi') {
  return write((tx) =>
    queueMessage(tx, { toPersonId: 'p1', address, subject: 'Đặt lại\r\nBcc: x@y.z', body: 'Chào bạn Ba.', language }),
  )
}

const letters = () => db.select().from(outbox)
const deliver = (now = new Date(), patienceMs = 5_000) => deliverDue(now, { smtpUrl: server.url, patienceMs })

test('a letter arrives as Vietnamese text with the promise, and is marked sent', async () => {
  await queue()

  expect(await deliver()).toEqual({ sent: 1, failed: 0 })

  const [received] = server.letters
  expect(received?.to).toEqual(['ba@example.vn'])
  expect(received?.text).toContain('Chào bạn Ba.')
  expect(received?.text).toContain('không yêu cầu chuyển tiền hay mã OTP')
  expect(received?.headers).not.toMatch(/^Bcc:/m)
  expect((await letters())[0]?.sentAt).toBeInstanceOf(Date)
})

test('an English reader gets the promise in English', async () => {
  await queue('ann@example.vn', 'en')
  await deliver()
  expect(server.letters[0]?.text).toContain('never asks for money or an OTP code')
})

test('what was sent is not sent again', async () => {
  await queue()
  await deliver()
  expect(await deliver(minutes(600))).toEqual({ sent: 0, failed: 0 })
  expect(server.letters).toHaveLength(1)
})

test('two deliverers at once send each letter once', async () => {
  for (let n = 0; n < 10; n++) await queue(`n${n}@example.vn`)

  await Promise.all([deliver(), deliver(), deliver()])
  await deliver()

  expect(server.letters.map((letter) => letter.to[0]).sort()).toEqual(
    Array.from({ length: 10 }, (_, n) => `n${n}@example.vn`),
  )
})

test('a message that is rolled back with its fact is never sent', async () => {
  await write(async (tx) => {
    await queueMessage(tx, { toPersonId: 'p1', address: 'a@b.vn', subject: 's', body: 'b', language: 'vi' })
    throw new Error('no')
  }).catch(() => {})
  expect(await deliver()).toEqual({ sent: 0, failed: 0 })
})

test('a server that refuses is asked again after 1, 2, 4 … minutes, eight times and no more', async () => {
  server.refuse = true
  await queue()

  let now = new Date()
  const waits: number[] = []
  for (let attempt = 1; attempt <= 8; attempt++) {
    expect(await deliver(now)).toEqual({ sent: 0, failed: 1 })
    const [letter] = await letters()
    expect(letter).toMatchObject({ tries: attempt, sentAt: null })
    if (attempt === 8) break
    const sendAfter = letter?.sendAfter ?? now
    waits.push(Math.round((sendAfter.getTime() - now.getTime()) / 60_000))
    expect(await deliver(new Date(sendAfter.getTime() - 1))).toEqual({ sent: 0, failed: 0 })
    now = sendAfter
  }

  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64])
  const [letter] = await letters()
  expect(letter?.failedAt).toBeInstanceOf(Date)
  expect(letter?.lastProblem).toContain('not now')
  server.refuse = false
  expect(await deliver(minutes(60 * 24))).toEqual({ sent: 0, failed: 0 })
})

test('one address that is refused does not hold back the others', async () => {
  server.refuseAddress = 'bad@example.vn'
  await queue('bad@example.vn')
  await queue('good@example.vn')
  expect(await deliver()).toEqual({ sent: 1, failed: 1 })
})

test('a silent server costs one patience, not one for each letter, and nothing is lost', async () => {
  server.silent = true
  await queue('one@example.vn')
  await queue('two@example.vn')

  const startedAt = Date.now()
  expect(await deliver(new Date(), 300)).toEqual({ sent: 0, failed: 1 })
  expect(Date.now() - startedAt).toBeLessThan(3_000)

  server.silent = false
  await deliver(minutes(2))
  expect(server.letters).toHaveLength(2)
})

test('a server that takes the letter and drops the line before its yes is tried again with the same Message-ID', async () => {
  server.dropAfterData = true
  await queue()
  expect(await deliver()).toEqual({ sent: 0, failed: 1 })

  server.dropAfterData = false
  expect(await deliver(minutes(2))).toEqual({ sent: 1, failed: 0 })

  const ids = server.letters.map((letter) => /^Message-ID: (.*)$/im.exec(letter.headers)?.[1])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

test('a server that says yes and then drops the line has the letter: it is not sent again', async () => {
  server.dropAfterYes = true
  await queue()
  expect(await deliver()).toEqual({ sent: 1, failed: 0 })
  await deliver(minutes(60))
  expect(server.letters).toHaveLength(1)
})

test('no server at all: the letter waits', async () => {
  await queue()
  expect(await deliverDue(new Date(), { smtpUrl: 'smtp://127.0.0.1:1', patienceMs: 500 })).toEqual({
    sent: 0,
    failed: 1,
  })
  expect(await deliverDue(new Date())).toBeNull()
  const [letter] = await letters()
  expect(letter).toMatchObject({ sentAt: null, failedAt: null, tries: 1 })
})

test('a lease that another holds is respected, and runs out', async () => {
  await queue()
  expect(await takeLease('deliver-messages', 'another process', 60_000)).toBe(true)
  expect(await deliver()).toBeNull()
  expect(await takeLease('deliver-messages', 'a third', 60_000)).toBe(false)

  expect(await deliver(minutes(1.1))).toEqual({ sent: 1, failed: 0 })
})

test('a lease from before the clock was set back holds nobody up', async () => {
  const tomorrow = new Date(Date.now() + 24 * 60 * 60_000)
  expect(await takeLease('ahead', 'another process', 60_000, tomorrow)).toBe(true)

  expect(await takeLease('ahead', 'us', 60_000)).toBe(true)
})

test('only the holder leaves a lease, and may renew it', async () => {
  expect(await takeLease('other', 'a', 1_000)).toBe(true)
  expect(await takeLease('other', 'a', 1_000)).toBe(true)
  await leaveLease('other', 'b')
  expect(await takeLease('other', 'b', 1_000)).toBe(false)
  await leaveLease('other', 'a')
  expect(await takeLease('other', 'b', 1_000)).toBe(true)
})

test('of many who reach for a lease at once, one gets it', async () => {
  const got = await Promise.all(Array.from({ length: 20 }, (_, n) => takeLease('rush', `holder ${n}`, 60_000)))
  expect(got.filter(Boolean)).toHaveLength(1)
})

test('delivery in the background sends by itself, and its stop waits for the letter on its way', async () => {
  await queue()
  const stop = startDelivery({ everyMs: 20, smtpUrl: server.url })
  await expect.poll(() => server.letters.length, { timeout: 5_000 }).toBe(1)
  await stop()
  const [letter] = await db.select().from(outbox).where(eq(outbox.address, 'ba@example.vn'))
  expect(letter?.sentAt).toBeInstanceOf(Date)
})
