import type { ActionFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { dayOf } from '#app/i18n/day.ts'
import { holderOfFeed, makeFeed } from '#app/messages/feed.server.ts'
import { noteInTx } from '#app/messages/note-in-tx.server.ts'
import { refusalToken } from '#app/messages/refusal-token.server.ts'
import { refusalsOf } from '#app/messages/set-ways.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { action as makeCalendar } from '#app/routes/messages/calendar.tsx'
import { loader as sentMessages } from '#app/routes/messages/deliveries.tsx'
import { loader as calendar } from '#app/routes/messages/feed.ts'
import { loader as notices } from '#app/routes/messages/notices.tsx'
import { action as read } from '#app/routes/messages/reading.ts'
import { loader as look, action as refuse } from '#app/routes/messages/unsubscribe.tsx'
import { action as choose } from '#app/routes/messages/ways.ts'
import { isOwnOrigin } from '#app/web/origin.server.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { manages } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }

async function signedIn(role: Role = 'learner') {
  const who = await aPerson({ role })
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  return { ...who, token }
}

type Asked = { token?: string; params?: Record<string, string>; form?: Record<string, string> }

function asking(path: string, { token = '', params = {}, form }: Asked = {}): ActionFunctionArgs {
  const body = form && new URLSearchParams(form)
  const headers = { cookie: `ben-so=${token}` }
  const request = new Request(`http://localhost${path}`, { method: body ? 'POST' : 'GET', headers, body })
  return { request, params, context }
}

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )

test('one reads what one was told, marks it as read, and chooses the ways, in few questions', async () => {
  const me = await signedIn()
  await write((tx) =>
    noteInTx(tx, { personId: me.id, kind: 'reminder', key: me.id, subject: 'Còn 7 ngày', body: 'Học.', path: '/me' }),
  )
  const page = await notices(asking('/me/messages', me))
  expect(page).toMatchObject({ unread: 1, notices: [{ subject: 'Còn 7 ngày' }], hasCalendar: false })
  expect(await countQueries(() => notices(asking('/me/messages', me)))).toBeLessThanOrEqual(6)

  await read(asking('/me/messages/reading', { ...me, form: { upTo: page.notices[0]?.id ?? '' } }))
  await choose(asking('/me/messages/ways', { ...me, form: { gateway: 'yes' } }))
  expect(await notices(asking('/me/messages', me))).toMatchObject({ unread: 0, ways: { refused: ['email'] } })
})

test('who is not signed in is led to the door', async () => {
  expect(await statusOf(notices(asking('/me/messages')))).toBe(302)
  expect(await statusOf(choose(asking('/me/messages/ways', { form: {} })))).toBe(302)
})

test('looking at the address of a letter changes nothing, pressing refuses, without any sign-in', async () => {
  const person = await aPerson()
  const params = { token: refusalToken(person.id) }
  look(asking('/unsubscribe/x', { params }))
  expect(await refusalsOf(person)).toEqual([])
  await refuse(asking('/unsubscribe/x', { params, form: { 'List-Unsubscribe': 'One-Click' } }))
  expect(await refusalsOf(person)).toMatchObject([{ channel: 'email', isFromLetter: true }])
  expect(await statusOf(refuse(asking('/unsubscribe/x', { params: { token: 'forged.x' }, form: {} })))).toBe(404)
})

test('a mailbox that presses for its reader is let in, a page of somebody else’s is not', () => {
  const mailbox = { host: 'benso.example', 'content-type': 'application/x-www-form-urlencoded' }
  expect(isOwnOrigin(mailbox, 'https://benso.example')).toBe(true)
  expect(isOwnOrigin({ ...mailbox, origin: 'https://trap.example' }, 'https://benso.example')).toBe(false)
})

test('a calendar tells the due days of its holder to whoever has the address, and goes with it', async () => {
  const me = await signedIn()
  const unitId = await manages(await aPerson({ role: 'manager' }), me)
  const dueDay = addDays(dayOf(new Date()), 40)
  const courseIds = [await aCourseOf((await anEdition()).id)]
  const window = { kind: 'fixed' as const, opensDay: '2026-01-01', dueDay }
  await aRequirement({ unitId, courseIds, window, title: 'An toàn, mật khẩu' })

  const made = await makeCalendar(asking('/me/messages/calendar', { ...me, form: { deed: 'make' } }))
  const address = 'address' in made ? made.address : ''
  const [, secret = ''] = /^http:\/\/localhost\/calendar\/([\w-]{22})\.ics$/.exec(address) ?? []
  const file = await calendar(asking(address, { params: { secret } }))
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(file.headers.get('cache-control')).toContain('no-store')
  const text = await file.text()
  expect(text).toContain(`DTSTART;VALUE=DATE:${dueDay.replaceAll('-', '')}`)
  expect(text).toContain('SUMMARY:Hạn học: An toàn\\, mật khẩu')
  expect(text).not.toContain(me.fullName)

  await makeCalendar(asking('/me/messages/calendar', { ...me, form: { deed: 'end' } }))
  expect(await holderOfFeed(secret)).toBeNull()
  expect(await statusOf(calendar(asking('/calendar/x.ics', { params: { secret } })))).toBe(404)
})

test('somebody to whom nothing is due has an empty calendar', async () => {
  const secret = await makeFeed(await aPerson())
  const text = await (await calendar(asking('/calendar/x.ics', { params: { secret } }))).text()
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n.*END:VCALENDAR\r\n$/s)
  expect(text).not.toContain('VEVENT')
})

test('the page of what was sent is for who acts for the unit, in at most twelve questions', async () => {
  const manager = await signedIn('manager')
  const unit = await manages(manager, await aPerson())
  const page = () =>
    sentMessages(asking(`/units/${unit}/messages?kind=nonsense&after=x`, { ...manager, params: { unit } }))
  expect(await page()).toMatchObject({ deliveries: [], next: null, asked: {} })
  expect(await countQueries(page)).toBeLessThanOrEqual(12)
  const [other, learner] = [await signedIn('manager'), await signedIn()]
  for (const { token } of [other, learner])
    expect(await statusOf(sentMessages(asking('/x', { token, params: { unit } })))).toBe(404)
})
