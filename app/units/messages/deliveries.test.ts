import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { maskAddress } from '#app/messages/mask-address.ts'
import { type Message, queueMessage } from '#app/messages/queue.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { deliveriesIn } from '#app/units/messages/deliveries-in.server.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, aUnit, manages } from '#tests/units.ts'

const queue = (person: { id: string }, changes: Partial<Message> = {}) =>
  write((tx) =>
    queueMessage(tx, {
      ...{ toPersonId: person.id, kind: 'reminder', address: 'be.ba@example.vn', subject: 'Còn 7 ngày' },
      ...{ body: 'https://x.example/reset?code=SECRET', language: 'vi' },
      ...changes,
    }),
  )
const note = (person: { id: string }, outcome: Partial<typeof outbox.$inferInsert>) =>
  write((tx) => tx.update(outbox).set(outcome).where(eq(outbox.toPersonId, person.id)))

async function aDepartment() {
  const manager = await aPerson({ role: 'manager' })
  const [first, second, third] = [await aPerson(), await aPerson(), await aPerson()]
  const unitId = await manages(manager, first, second)
  const below = await aUnit({ parentId: unitId })
  await aMembership({ personId: third.id, unitId: below })
  return { manager, unitId, first, second, third }
}

test('a manager sees who was sent what by which way and what became of it, in the unit and below it', async () => {
  const { manager, unitId, first, second, third } = await aDepartment()
  const at = new Date('2026-11-24T05:00:00Z')
  await queue(first)
  await note(first, { sentAt: at, lastProblem: 'uncertain unreachable: x', tries: 2 })
  await queue(second, { channel: 'gateway', address: '+84912345678' })
  await note(second, { failedAt: at, lastProblem: 'refused: 422 no such number', tries: 1 })
  await queue(third, { sendAfter: at })
  await queue(await aPerson())

  const seen = await deliveriesIn(manager, unitId)
  expect(seen?.deliveries).toMatchObject([
    { personId: third.id, state: 'waiting', nextAt: at, problem: null },
    {
      ...{ personId: second.id, state: 'failed', problem: 'refused', channel: 'gateway' },
      ...{ address: '+84…678', nextAt: null, at },
    },
    { personId: first.id, state: 'sent', address: 'b…@example.vn', problem: null, mayBeTwice: true, tries: 2, at },
  ])
  const only = async (asked: Parameters<typeof deliveriesIn>[2]) =>
    (await deliveriesIn(manager, unitId, asked))?.deliveries.map(({ personId }) => personId)
  expect(await only({ state: 'failed' })).toEqual([second.id])
  expect(await only({ state: 'waiting' })).toEqual([third.id])
  expect(await only({ state: 'sent', kind: 'reminder' })).toEqual([first.id])
  expect(await only({ kind: 'report' })).toEqual([])
})

test('what concerns an account shows that there was something, and neither its words nor its subject', async () => {
  const { manager, unitId, first } = await aDepartment()
  await queue(first, { kind: 'account', subject: 'Đặt lại mật khẩu' })
  const text = JSON.stringify(await deliveriesIn(manager, unitId))
  expect(text).toContain('"kind":"account"')
  for (const hidden of ['SECRET', 'Đặt lại', 'be.ba@']) expect(text).not.toContain(hidden)
})

test('whoever does not act for the unit sees nothing of it', async () => {
  const { unitId, first } = await aDepartment()
  const elsewhere = await aPerson({ role: 'manager' })
  await manages(elsewhere)
  for (const viewer of [elsewhere, first, await aPerson({ role: 'trainer' })])
    expect(await deliveriesIn(viewer, unitId)).toBeNull()
})

test('fifty at a time, the newest first, none twice, and few questions', async () => {
  const { manager, unitId, first } = await aDepartment()
  await aMembership({ personId: first.id, unitId: await aUnit({ parentId: unitId }), fromDay: '2026-01-01' })
  for (let number = 1; number <= 51; number++) await queue(first, { subject: `Tin ${number}` })
  const page = await deliveriesIn(manager, unitId)
  expect(page?.deliveries.map(({ subject }) => subject)).toEqual(Array.from({ length: 50 }, (_, n) => `Tin ${51 - n}`))
  const rest = await deliveriesIn(manager, unitId, { after: page?.next ?? null })
  expect([rest?.deliveries.map(({ subject }) => subject), rest?.next]).toEqual([['Tin 1'], null])
  expect(await countQueries(() => deliveriesIn(manager, unitId))).toBeLessThanOrEqual(5)
})

test('of an address as much is told as tells which one it was', () => {
  expect(['be.ba@example.vn', 'x@y.vn', '+84912345678'].map(maskAddress)).toEqual([
    'b…@example.vn',
    'x…@y.vn',
    '+84…678',
  ])
})
