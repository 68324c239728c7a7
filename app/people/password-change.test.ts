import { beforeEach, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { deliverDue } from '#app/messages/deliver.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { changeContact } from '#app/people/change-contact.server.ts'
import { changePassword } from '#app/people/change-password.server.ts'
import { issueCode } from '#app/people/issue-code.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import { requestReset } from '#app/people/request-reset.server.ts'
import { resetPassword } from '#app/people/reset-password.server.ts'
import { oneTimeCodes } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aMailServer } from '#tests/mail-server.ts'
import { aMember, goodPassword, nobody } from '#tests/people.ts'

beforeEach(async () => {
  await nobody()
  await write((tx) => tx.delete(outbox))
})

const minutes = 60_000
const next = 'lục bình trôi sông'
const later = (ms: number) => new Date(Date.now() + ms)
const enter = (account: string, password: string) => signIn({ account, password, device: '?', isShared: false })
const withMail = () => aMember({ contact: 'ba@example.vn' })
const letters = () => db.select().from(outbox)
const codeIn = (body = '') => /code=([\w-]+)/.exec(body)?.[1] ?? ''

test('a changed password opens, the old one does not, and every other session ends', async () => {
  const ba = await aMember()
  const other = await write((tx) => openSession(tx, ba, { device: '?', isShared: false }, new Date()))

  expect(await changePassword(ba, { current: goodPassword, next, token: ba.token })).toEqual({ changed: true })

  expect(await sessionOf(ba.token)).not.toBeNull()
  expect(await sessionOf(other)).toBeNull()
  expect(await enter(ba.username, goodPassword)).toEqual({ problem: 'wrong' })
  expect(await enter(ba.username, next)).toHaveProperty('token')
})

test('a change needs the present password, and guessing it there is counted as at the door', async () => {
  const ba = await aMember()
  for (let failure = 1; failure <= 5; failure++)
    expect(await changePassword(ba, { current: 'guess', next, token: ba.token })).toEqual({ problem: 'password-wrong' })
  expect(await changePassword(ba, { current: goodPassword, next, token: ba.token })).toMatchObject({
    problem: 'locked',
  })
  expect(await enter(ba.username, goodPassword)).toMatchObject({ problem: 'locked' })
})

test('a new password obeys the rule', async () => {
  const ba = await aMember()
  expect(await changePassword(ba, { current: goodPassword, next: '12345678', token: ba.token })).toEqual({
    problem: 'password-common',
  })
  expect(
    await changePassword(ba, { current: goodPassword, next: ba.username.padEnd(8, '0'), token: ba.token }),
  ).toEqual({ changed: true })
})

test('a forgotten password: a letter with a link, a new password, old sessions dead', async () => {
  const server = await aMailServer()
  const ba = await withMail()

  await requestReset('BA@example.vn')
  expect(await deliverDue(later(1), { smtpUrl: server.url })).toEqual({ sent: 1, failed: 0 })
  const [letter] = server.letters
  await server.close()
  expect(letter?.text).toContain(`tên đăng nhập ${ba.username}`)
  expect(letter?.text).toContain('không yêu cầu chuyển tiền hay mã OTP')

  const code = codeIn(letter?.text)
  expect(code).toHaveLength(43)
  expect(await resetPassword(code, next)).toEqual({ username: ba.username })
  expect(await sessionOf(ba.token)).toBeNull()
  expect(await enter(ba.username, next)).toHaveProperty('token')
})

test('a link works once, for 30 minutes, and a refused password does not use it up', async () => {
  await withMail()
  await requestReset('ba@example.vn')
  const code = codeIn((await letters())[0]?.body)

  expect(await resetPassword(code, next, later(31 * minutes))).toEqual({ problems: { code: 'code-wrong' } })
  expect(await resetPassword(code, '12345678')).toEqual({ problems: { password: 'password-common' } })
  const both = await Promise.all([resetPassword(code, next), resetPassword(code, next)])
  expect(both.filter((outcome) => 'username' in outcome)).toHaveLength(1)
  expect(await resetPassword(code, next)).toEqual({ problems: { code: 'code-wrong' } })
})

test('asking for a reset says the same and sends nothing when there is nobody, or no e-mail', async () => {
  const ba = await aMember()
  expect(await requestReset('ai@example.vn')).toBeUndefined()
  expect(await requestReset(ba.username)).toBeUndefined()
  expect(await letters()).toEqual([])
  expect(await db.select().from(oneTimeCodes)).toEqual([])
})

test('at most three letters an hour go to one person, however often they are asked for', async () => {
  await withMail()
  for (let ask = 1; ask <= 10; ask++) await requestReset('ba@example.vn')
  expect(await letters()).toHaveLength(3)
  await requestReset('ba@example.vn', later(61 * minutes))
  expect(await letters()).toHaveLength(4)
})

test('an address that two people share gets a letter for each user name', async () => {
  const ba = await withMail()
  const an = await aMember({ fullName: 'Trần Văn An', contact: 'ba@example.vn' })
  await requestReset('ba@example.vn')
  const bodies = (await letters()).map((letter) => letter.body)
  expect(bodies).toHaveLength(2)
  for (const { username } of [ba, an])
    expect(bodies.filter((body) => body.includes(`đăng nhập ${username}`))).toHaveLength(1)
})

test('who reads English gets the letter in English', async () => {
  await aMember({ contact: 'ann@example.vn', language: 'en' })
  await requestReset('ann@example.vn')
  expect((await letters())[0]).toMatchObject({ subject: 'Bến Số: set a new password' })
  expect((await letters())[0]?.body).toContain('/en/reset/code?code=')
})

test('a reset opens a name that was shut', async () => {
  const ba = await withMail()
  for (let failure = 1; failure <= 6; failure++) await enter(ba.username, 'wrong one')
  await requestReset(ba.username)
  await resetPassword(codeIn((await letters())[0]?.body), next)
  expect(await enter(ba.username, next)).toHaveProperty('token')
})

test('an administrator hands a code to who has no e-mail; it is typed as it is read out', async () => {
  const ba = await aMember()
  const admin = await aPerson({ role: 'administrator' })
  const issued = await issueCode(admin, ba.id)

  expect(issued).toMatchObject({ username: ba.username })
  expect(issued?.code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/)
  expect(JSON.stringify(await db.select().from(oneTimeCodes))).not.toContain(issued?.code)
  expect(await resetPassword(` ${issued?.code.toLowerCase().replace('-', ' ')}`, next)).toEqual({
    username: ba.username,
  })
})

test('nobody but an administrator hands out codes, and none for who is not there', async () => {
  const ba = await aMember()
  for (const role of ['learner', 'trainer', 'manager'] as const)
    expect(await issueCode(await aPerson({ role }), ba.id)).toBeNull()
  expect(await issueCode(await aPerson({ role: 'administrator' }), 'nobody')).toBeNull()
})

test('a wrong code costs no hash and opens nothing', async () => {
  for (const code of ['', 'ABCDE-FGHJK', '\u0000', 'x'.repeat(100_000)])
    expect(await resetPassword(code, next)).toEqual({ problems: { code: 'code-wrong' } })
})

test('a new contact needs the password, is kept in its form, and ends open links to the old one', async () => {
  const ba = await withMail()
  await requestReset('ba@example.vn')
  expect(await changeContact(ba, { password: 'guess', contact: 'moi@example.vn' })).toEqual({
    problem: 'password-wrong',
  })
  expect(await changeContact(ba, { password: goodPassword, contact: 'x' })).toEqual({ problem: 'contact-wrong' })
  expect(await changeContact(ba, { password: goodPassword, contact: 'Moi@example.vn' })).toEqual({ changed: true })
  expect(await changeContact(ba, { password: goodPassword, contact: '0905.123.456' })).toEqual({ changed: true })

  expect(await resetPassword(codeIn((await letters())[0]?.body), next)).toEqual({ problems: { code: 'code-wrong' } })
  for (const account of ['moi@example.vn', '0905 123 456'])
    expect(await enter(account, goodPassword)).toHaveProperty('token')
})
