import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { bodyWithPromise, waitAfterMs } from '#app/messages/message.ts'
import { forgetMessagesTo, messagesOfPerson } from '#app/messages/of-person.server.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { aPerson } from '#tests/factories.ts'

const letterTo = (person: { id: string }, changes: { subject?: string; sendAfter?: Date } = {}) =>
  write((tx) =>
    queueMessage(tx, {
      toPersonId: person.id,
      address: `${person.id}@example.vn`,
      subject: 'Đặt mật khẩu',
      body: 'https://benso.example/reset/code?code=SECRET',
      language: 'vi',
      ...changes,
    }),
  )

test('a letter ends with the promise once, whatever space its body ends with', () => {
  expect(bodyWithPromise('\nChào bạn.\n\n', 'vi')).toMatch(/^Chào bạn\.\n\n--\nBến Số\nBến Số không yêu cầu .*\n$/)
  expect(bodyWithPromise('Hello.', 'en')).toContain('never asks for money')
})

test('the waits double from a minute, and after eight failures nothing more is tried', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(waitAfterMs)).toEqual([1, 2, 4, 8, 16, 32, 64].map((minutes) => minutes * 60_000))
  expect([8, 9, 1_000].map(waitAfterMs)).toEqual([null, null, null])
})

test('no line of a subject can become a header of its own', async () => {
  const person = await aPerson()
  await letterTo(person, { subject: 'Chào\r\nBcc: ai@example.vn\u2028x' })
  const [letter] = await db.select().from(outbox).where(eq(outbox.toPersonId, person.id))
  expect(letter?.subject).toBe('Chào Bcc: ai@example.vn x')
})

test('a letter waits for its moment, or is due at once', async () => {
  const [now, later] = [await aPerson(), await aPerson()]
  const sendAfter = new Date('2031-01-01T00:00:00Z')
  await letterTo(later, { sendAfter })
  await letterTo(now)
  const rowOf = async ({ id }: { id: string }) => (await db.select().from(outbox).where(eq(outbox.toPersonId, id)))[0]
  expect(await rowOf(later)).toMatchObject({ sendAfter, tries: 0, sentAt: null })
  expect((await rowOf(now))?.sendAfter.getTime()).toBeLessThanOrEqual(Date.now())
})

test('one sees which letters one got, without the links in them, and nobody else’s', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  await letterTo(person, { subject: 'Một' })
  await letterTo(person, { subject: 'Hai' })
  await letterTo(other)

  const letters = await messagesOfPerson(person)
  expect(letters.map(({ subject, address }) => [subject, address])).toEqual([
    ['Một', `${person.id}@example.vn`],
    ['Hai', `${person.id}@example.vn`],
  ])
  expect(JSON.stringify(letters)).not.toContain('SECRET')
})

test('who closed their account gets nothing more, and no other letter is lost', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  await letterTo(person)
  await letterTo(other)
  await write((tx) => forgetMessagesTo(tx, person.id))
  expect(await messagesOfPerson(person)).toEqual([])
  expect(await messagesOfPerson(other)).toHaveLength(1)
})
