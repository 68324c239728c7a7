import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { momentFrom } from '#app/i18n/day.ts'
import { deliverDue } from '#app/messages/deliver.server.ts'
import { dropFeed, feedOf, holderOfFeed, makeFeed } from '#app/messages/feed.server.ts'
import { noteInTx } from '#app/messages/note-in-tx.server.ts'
import { noticesOf, readNotices, unreadNotices } from '#app/messages/notices.server.ts'
import { forgetMessagesTo, noticesAndWishesOf } from '#app/messages/of-person.server.ts'
import { refusalAddress, refusalToken } from '#app/messages/refusal-token.server.ts'
import { refuseByLetter } from '#app/messages/refuse-by-letter.server.ts'
import { calendarFeeds, outbox } from '#app/messages/schema.ts'
import { refusalsOf, setWays } from '#app/messages/set-ways.server.ts'
import { tellInTx } from '#app/messages/tell-in-tx.server.ts'
import { aMailServer } from '#tests/mail-server.ts'

const noon = momentFrom('2026-11-24T12:00') ?? new Date()
const somebody = () => ({ id: uuid(), language: 'vi' as const, email: 'ba@example.vn', phone: null })
type Person = ReturnType<typeof somebody>

const tell = (person: Person, kind: 'account' | 'reminder' = 'reminder') =>
  write((tx) => tellInTx(tx, { person, kind, key: uuid(), subject: 'Còn 7 ngày', body: 'Học.', path: null, now: noon }))
const messagesTo = ({ id }: Person) => db.select().from(outbox).where(eq(outbox.toPersonId, id)).orderBy(outbox.id)
const note = ({ id }: Person, subject: string) =>
  write((tx) => noteInTx(tx, { personId: id, kind: 'reminder', key: uuid(), subject, body: '', path: '/me' }))

test('whoever holds a letter refuses letters with its address, once for all, and what waits does not go any more', async () => {
  const person = somebody()
  await tell(person)
  await tell(person, 'account')
  expect(await refuseByLetter(refusalToken(person.id), noon)).toBe(true)
  expect(await refuseByLetter(refusalToken(person.id))).toBe(true)

  expect(await refusalsOf(person)).toEqual([{ channel: 'email', at: noon, isFromLetter: true }])
  const [reminder, account] = await messagesTo(person)
  expect(reminder).toMatchObject({ failedAt: noon, lastProblem: expect.stringMatching(/^unwanted/) })
  expect(account).toMatchObject({ failedAt: null })
  expect(await tell(person)).toBe('site')
})

test('an address that we did not sign refuses nothing, for nobody', async () => {
  const [person, other] = [somebody(), somebody()]
  const [, signature] = refusalToken(person.id).split('.')
  const forged = [`${other.id}.${signature}`, `${person.id}.`, person.id, '', '.', `${person.id}.${signature}x`]
  for (const token of forged) expect(await refuseByLetter(token)).toBeNull()
  expect([...(await refusalsOf(person)), ...(await refusalsOf(other))]).toEqual([])
})

test('a reminder carries the address for one press, in its head and at its foot; a letter about an account does not', async () => {
  const mail = await aMailServer()
  const person = somebody()
  await write((tx) => tx.delete(outbox))
  environment.PUBLIC_URL = 'https://benso.example'
  await tell(person)
  await tell(person, 'account')
  await deliverDue(noon, { smtpUrl: mail.url })
  const address = refusalAddress(person.id) ?? ''
  environment.PUBLIC_URL = undefined

  const sent = mail.letters.map((letter) => ({ ...letter, head: letter.headers.replace(/\r\n[ \t]+/g, ' ') }))
  const [reminder, account] = sent
  expect(address).toMatch(/^https:\/\/benso\.example\/unsubscribe\/[\w-]+\.[\w-]{22}$/)
  expect(reminder?.head.replaceAll(' ', '')).toContain(`List-Unsubscribe:<${address}>`)
  expect(reminder?.head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/im)
  expect(reminder?.text).toContain(address)
  expect(account?.head).not.toMatch(/List-Unsubscribe/i)
  expect(account?.text).not.toContain('/unsubscribe/')
  await mail.close()
})

test('without a public address a letter says where on the site it is refused', async () => {
  const person = somebody()
  await tell(person)
  expect((await messagesTo(person))[0]?.body).toContain('mở Bến Số, vào Của tôi, mục Tin báo')
  expect(refusalAddress(person.id)).toBeNull()
})

test('one chooses the ways on the site, and changes one’s mind', async () => {
  const person = somebody()
  await setWays(person, ['gateway'])
  expect(await refusalsOf(person)).toMatchObject([{ channel: 'email', isFromLetter: false }])
  await setWays(person, [])
  expect(await refusalsOf(person)).toHaveLength(2)
  await setWays(person, ['email', 'gateway'])
  expect(await refusalsOf(person)).toEqual([])
  expect(await tell(person)).toBe('email')
})

test('notices come newest first, thirty at a time, and are read up to the one that was shown', async () => {
  const [person, other] = [somebody(), somebody()]
  for (let number = 1; number <= 31; number++) await note(person, `Tin ${number}`)
  await note(other, 'Tin của người khác')
  const first = await noticesOf(person)
  expect(first.notices.map(({ subject }) => subject)).toEqual(Array.from({ length: 30 }, (_, n) => `Tin ${31 - n}`))
  expect((await noticesOf(person, first.next)).notices.map(({ subject }) => subject)).toEqual(['Tin 1'])
  expect((await noticesOf(person, first.next)).next).toBeNull()
  expect(await unreadNotices(person)).toBe(31)

  const shown = first.notices[0]?.id ?? ''
  await note(person, 'Vừa đến')
  await readNotices(person, shown)
  expect(await unreadNotices(person)).toBe(1)
  expect(await unreadNotices(other)).toBe(1)
})

test('a calendar is found by its secret alone, of which no more than a hash is kept', async () => {
  const person = somebody()
  const secret = await makeFeed(person, noon)
  expect(secret).toMatch(/^[\w-]{22}$/)
  expect(await holderOfFeed(secret)).toBe(person.id)
  expect(await holderOfFeed(`${secret}x`)).toBeNull()
  expect(await feedOf(person)).toEqual({ madeAt: noon })
  expect(JSON.stringify(await db.select().from(calendarFeeds))).not.toContain(secret)

  const renewed = await makeFeed(person)
  expect([await holderOfFeed(secret), await holderOfFeed(renewed)]).toEqual([null, person.id])
  await dropFeed(person)
  expect([await holderOfFeed(renewed), await feedOf(person)]).toEqual([null, null])
})

test('one’s own data holds notices and wishes, and a closed account has none left', async () => {
  const person = somebody()
  await note(person, 'Một')
  await setWays(person, ['email'])
  const secret = await makeFeed(person, noon)
  const kept = await noticesAndWishesOf(person)
  expect(kept).toMatchObject({
    notices: [{ subject: 'Một' }],
    refusals: [{ channel: 'gateway' }],
    calendar: { madeAt: noon },
  })
  expect(JSON.stringify(kept)).not.toContain(secret)

  await write((tx) => forgetMessagesTo(tx, person.id))
  expect(await noticesAndWishesOf(person)).toEqual({ notices: [], refusals: [], calendar: null })
  expect(await holderOfFeed(secret)).toBeNull()
})
