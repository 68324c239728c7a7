import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { v7 as uuid } from 'uuid'
import { beforeEach, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { momentFrom } from '#app/i18n/day.ts'
import { deliverDue } from '#app/messages/deliver.server.ts'
import { mayHaveArrived } from '#app/messages/delivery-problem.ts'
import type { Channel } from '#app/messages/message.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { leases, outbox } from '#app/messages/schema.ts'
import { aGatewayServer, answering } from '#tests/gateway-server.ts'
import { aMailServer } from '#tests/mail-server.ts'

const noon = momentFrom('2026-11-24T12:00') ?? new Date()
const minutes = (n: number) => new Date(noon.getTime() + n * 60_000)
const none = { smtpUrl: '', gatewayUrl: '' }

beforeEach(() =>
  write(async (tx) => {
    await tx.delete(outbox)
    await tx.delete(leases)
  }),
)

const queue = (channel: Channel, address: string, kind: 'account' | 'reminder' = 'reminder') =>
  write((tx) =>
    queueMessage(tx, {
      ...{ toPersonId: uuid(), channel, kind, address, subject: 'Còn 7 ngày', body: 'Học đi.', language: 'vi' },
      createdAt: noon,
    }),
  )
const rows = () => db.select().from(outbox).orderBy(outbox.id)

function delivering(servers: { smtpUrl: string; gatewayUrl: string }): ChildProcess {
  const words = ['--import', 'tsx', 'tests/deliver-child.ts', servers.smtpUrl, servers.gatewayUrl, noon.toISOString()]
  return spawn(process.execPath, words, { stdio: 'ignore' })
}

async function killWhen(child: ChildProcess, isSent: () => boolean) {
  await expect.poll(isSent, { timeout: 30_000 }).toBe(true)
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a server that is killed between sending a letter and noting it sends it again as the same, and says so', async () => {
  const mail = await aMailServer()
  mail.keepWaiting = true
  await queue('email', 'ba@example.vn')
  await killWhen(delivering({ ...none, smtpUrl: mail.url }), () => mail.letters.length === 1)
  expect(await rows()).toMatchObject([{ triedAt: expect.any(Date), tries: 1, sentAt: null, lastProblem: null }])

  mail.keepWaiting = false
  expect(await deliverDue(minutes(1), { smtpUrl: mail.url })).toBeNull() // the dead one still has the lease
  expect(await deliverDue(minutes(4), { smtpUrl: mail.url })).toEqual({ sent: 1, failed: 0 })

  const ids = mail.letters.map(({ headers }) => /^Message-ID: (.*)$/im.exec(headers)?.[1])
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
  const [row] = await rows()
  expect(row).toMatchObject({ tries: 2, sentAt: expect.any(Date) })
  expect(mayHaveArrived(row?.lastProblem ?? null)).toBe(true)
  await mail.close()
})

test('and through the gateway under the same Idempotency-Key', async () => {
  const gateway = await aGatewayServer()
  gateway.reply = () => 'silence'
  await queue('gateway', '+84912345678')
  await killWhen(delivering({ ...none, gatewayUrl: gateway.url }), () => gateway.posted.length === 1)

  gateway.reply = ({ id }) => answering(200, { id })
  expect(await deliverDue(minutes(4), { gatewayUrl: gateway.url })).toEqual({ sent: 1, failed: 0 })
  expect(new Set(gateway.posted.map(({ id }) => id)).size).toBe(1)
  expect(gateway.posted).toHaveLength(2)
  expect(mayHaveArrived((await rows())[0]?.lastProblem ?? null)).toBe(true)
  await gateway.close()
})

test('a mail server that is silent does not hold up the gateway, nor the other way round', async () => {
  const [mail, gateway] = [await aMailServer(), await aGatewayServer()]
  mail.silent = true
  await queue('email', 'ba@example.vn')
  await queue('gateway', '+84912345678')
  const servers = { smtpUrl: mail.url, gatewayUrl: gateway.url, patienceMs: 1_500 }
  const delivered = deliverDue(noon, servers)
  await expect.poll(() => gateway.posted.length, { timeout: 1_400 }).toBe(1)
  expect(await delivered).toEqual({ sent: 1, failed: 1 })

  mail.silent = false
  gateway.reply = () => 'silence'
  await queue('gateway', '+84912345678')
  expect(await deliverDue(minutes(2), servers)).toEqual({ sent: 1, failed: 1 })
  await Promise.all([mail.close(), gateway.close()])
})

test('a clock that is set back sends nothing twice, and nothing is lost', async () => {
  const mail = await aMailServer()
  await queue('email', 'mot@example.vn')
  await deliverDue(minutes(60), { smtpUrl: mail.url })
  await queue('email', 'hai@example.vn')
  for (const moment of [minutes(-600), minutes(-60), noon, minutes(1), minutes(60), minutes(61)])
    await deliverDue(moment, { smtpUrl: mail.url })
  expect(mail.letters.map(({ to }) => to[0])).toEqual(['mot@example.vn', 'hai@example.vn'])
  await mail.close()
})

test('in the quiet hours nothing goes but what concerns an account, were it due since the afternoon', async () => {
  const mail = await aMailServer()
  await queue('email', 'nhac@example.vn')
  await queue('email', 'ma@example.vn', 'account')
  expect(await deliverDue(minutes(9 * 60), { smtpUrl: mail.url })).toEqual({ sent: 1, failed: 0 })
  expect(mail.letters.map(({ to }) => to[0])).toEqual(['ma@example.vn'])
  expect(await deliverDue(minutes(19 * 60), { smtpUrl: mail.url })).toEqual({ sent: 1, failed: 0 })
  await mail.close()
})

test('a reminder that waited for three days is not sent any more, a code still is', async () => {
  const mail = await aMailServer()
  await queue('email', 'nhac@example.vn')
  await queue('email', 'ma@example.vn', 'account')
  await deliverDue(minutes(3 * 24 * 60 + 60), { smtpUrl: mail.url })
  expect(mail.letters.map(({ to }) => to[0])).toEqual(['ma@example.vn'])
  expect((await rows())[0]).toMatchObject({
    sentAt: null,
    failedAt: expect.any(Date),
    lastProblem: expect.stringMatching(/^late/),
  })
  await mail.close()
})

test('a mailbox that is not there is not asked again, and what else is refused is', async () => {
  const mail = await aMailServer()
  mail.refuseAddress = 'khong-co@example.vn'
  await queue('email', 'khong-co@example.vn')
  await deliverDue(noon, { smtpUrl: mail.url })
  const [row] = await rows()
  expect(row).toMatchObject({ failedAt: expect.any(Date), tries: 1 })
  expect(row?.lastProblem).toMatch(/^refused: .*no such mailbox/)
  await mail.close()
})
