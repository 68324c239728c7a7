import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { momentFrom } from '#app/i18n/day.ts'
import { noteInTx } from '#app/messages/note-in-tx.server.ts'
import { messageRefusals, notices, outbox } from '#app/messages/schema.ts'
import { type Told, tellInTx } from '#app/messages/tell-in-tx.server.ts'

const noon = momentFrom('2026-11-24T12:00') ?? new Date()
const night = momentFrom('2026-11-24T22:30') ?? new Date()

function somebody(contacts: { email?: string; phone?: string } = {}) {
  return { id: uuid(), language: 'vi' as const, email: contacts.email ?? null, phone: contacts.phone ?? null }
}

const tell = (person: Told['person'], changes: Partial<Told> = {}) =>
  write((tx) =>
    tellInTx(tx, {
      person,
      kind: 'reminder',
      key: `due:${person.id}`,
      subject: 'Còn 7 ngày để học xong CB2',
      body: 'Học xong trước ngày 31/03/2026.',
      path: '/me',
      now: noon,
      hasGateway: true,
      ...changes,
    }),
  )

const noticesOf = ({ id }: { id: string }) => db.select().from(notices).where(eq(notices.personId, id))
const messagesTo = ({ id }: { id: string }) => db.select().from(outbox).where(eq(outbox.toPersonId, id))
const refuse = ({ id }: { id: string }, channel: 'email' | 'gateway') =>
  write((tx) =>
    tx.insert(messageRefusals).values({ personId: id, channel, at: noon, isFromLetter: false }).onConflictDoNothing(),
  )

test('who has an e-mail address gets a notice and one letter, whatever else is known', async () => {
  const person = somebody({ email: 'ba@example.vn', phone: '+84912345678' })
  expect(await tell(person)).toBe('email')
  expect(await noticesOf(person)).toMatchObject([{ subject: 'Còn 7 ngày để học xong CB2', path: '/me', readAt: null }])
  const [letter, ...more] = await messagesTo(person)
  expect(letter).toMatchObject({ channel: 'email', address: 'ba@example.vn', kind: 'reminder', sendAfter: noon })
  expect(letter?.body).toContain('không có đường dẫn nào hỏi mật khẩu')
  expect(more).toEqual([])
})

test('who has a phone alone is told through the gateway, if there is one', async () => {
  const [reached, unreached] = [somebody({ phone: '+84912345678' }), somebody({ phone: '+84912345678' })]
  expect(await tell(reached)).toBe('gateway')
  expect(await messagesTo(reached)).toMatchObject([{ channel: 'gateway', address: '+84912345678' }])
  expect(await tell(unreached, { hasGateway: false })).toBe('site')
  expect(await messagesTo(unreached)).toEqual([])
  expect(await noticesOf(unreached)).toHaveLength(1)
})

test('telling twice is telling once, also when the second comes at the same moment', async () => {
  const person = somebody({ email: 'ba@example.vn' })
  const answers = await Promise.all([tell(person), tell(person), tell(person)])
  expect(answers.sort()).toEqual(['already', 'already', 'email'])
  expect(await tell(person)).toBe('already')
  expect(await noticesOf(person)).toHaveLength(1)
  expect(await messagesTo(person)).toHaveLength(1)
})

test('a way that is refused is not taken: the other is, or the notice stands alone', async () => {
  const person = somebody({ email: 'ba@example.vn', phone: '+84912345678' })
  await refuse(person, 'email')
  expect(await tell(person, { key: 'first' })).toBe('gateway')
  await refuse(person, 'gateway')
  expect(await tell(person, { key: 'second' })).toBe('site')
  expect(await noticesOf(person)).toHaveLength(2)
})

test('what concerns the account itself comes all the same, at any hour', async () => {
  const person = somebody({ email: 'ba@example.vn' })
  await refuse(person, 'email')
  expect(await tell(person, { kind: 'account', now: night })).toBe('email')
  expect(await messagesTo(person)).toMatchObject([{ sendAfter: night }])
})

test('at night a message waits for seven o’clock, the notice does not', async () => {
  const person = somebody({ email: 'ba@example.vn' })
  await tell(person, { now: night })
  expect(await messagesTo(person)).toMatchObject([{ createdAt: night, sendAfter: momentFrom('2026-11-25T07:00') }])
  expect(await noticesOf(person)).toMatchObject([{ createdAt: night }])
})

test('nobody is told of what was rolled back', async () => {
  const person = somebody({ email: 'ba@example.vn' })
  const failing = write(async (tx) => {
    await tellInTx(tx, { person, kind: 'decision', key: 'k', subject: 's', body: 'b', path: null, now: noon })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect([...(await noticesOf(person)), ...(await messagesTo(person))]).toEqual([])
})

test('a notice stands once for its key', async () => {
  const personId = uuid()
  const note = () =>
    write((tx) => noteInTx(tx, { personId, kind: 'report', key: personId, subject: 's', body: 'b', path: null }))
  expect([await note(), await note()]).toEqual([true, false])
})

test('a link that somebody wrote into their name, a title or a reason goes out in no letter; one’s own code does', async () => {
  const person = somebody({ email: 'ba@example.vn' })
  const names = 'Lê Mai https://lua-dao.example/x\nTrần An www.gia-mao.vn\nNguyễn Ba ben-so.lua.ru/dang-nhap, Sở Nội vụ'
  for (const kind of ['reminder', 'report', 'decision'] as const)
    await tell(person, { kind, key: `${kind} ${person.id}`, subject: 'Khóa http://1.2.3.4/ “CB2”', body: names })
  const letters = await messagesTo(person)
  expect(letters.map(({ subject }) => subject)).toEqual(['Khóa “CB2”', 'Khóa “CB2”', 'Khóa “CB2”'])
  for (const { body } of letters) {
    expect(body).toMatch(/^Lê Mai \s*\nTrần An \s*\nNguyễn Ba\s+Sở Nội vụ\n/)
    expect(body).not.toMatch(/:\/\/|www\.|lua/)
  }
  const account = { kind: 'account' as const, key: `own ${person.id}`, body: 'https://benso.example/reset/code?code=X' }
  await tell(person, account)
  expect((await messagesTo(person)).at(-1)?.body).toContain('https://benso.example/reset/code?code=X')
})
