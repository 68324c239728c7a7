import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { noticesOf } from '#app/messages/notices.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { people } from '#app/people/schema.ts'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { creditsOf } from '#app/requirements/hours/credits-of.server.ts'
import { overrideQuota } from '#app/requirements/hours/override-quota.server.ts'
import { refuseCredit } from '#app/requirements/hours/refuse-credit.server.ts'
import { revokeCredit } from '#app/requirements/hours/revoke-credit.server.ts'
import { withdrawCredit } from '#app/requirements/hours/withdraw-credit.server.ts'
import { aCredit } from '#tests/credits.ts'
import { aPerson } from '#tests/factories.ts'
import { merge } from '#tests/merging.ts'
import { manages } from '#tests/units.ts'

const now = new Date('2026-04-10T03:00:00Z')

async function aLearner() {
  const [learner, manager] = [await aPerson(), await aPerson({ role: 'manager' })]
  await manages(manager, learner)
  return { learner, manager }
}

function changed(person: { id: string }, set: Partial<typeof people.$inferInsert>) {
  return write((tx) => tx.update(people).set(set).where(eq(people.id, person.id)))
}

const noticed = async (person: { id: string }) => (await noticesOf(person)).notices.map(({ subject }) => subject)

test('a learner is told once that learning elsewhere was confirmed, and once that it was revoked, with the reason', async () => {
  const { learner, manager } = await aLearner()
  await changed(learner, { email: 'mai@example.vn' })
  const credit = await aCredit(learner, { title: 'Lớp quản lý', hours: '7,5' })
  for (const _ of [1, 2]) await confirmCredit(manager, credit, now)
  for (const _ of [1, 2]) await revokeCredit(manager, credit, 'Giấy của người khác', now)

  const { notices } = await noticesOf(learner)
  expect(notices.map(({ subject, path }) => [subject, path])).toEqual([
    ['Đã thu hồi số tiết của khóa học: Lớp quản lý', '/me/credits'],
    ['Đã xác nhận khóa học: Lớp quản lý', '/me/credits'],
  ])
  expect(notices[0]?.body).toContain('7,5 tiết của năm 2026')
  expect(notices[0]?.body).toContain('Lý do: Giấy của người khác')
  const letters = await db.select().from(outbox).where(eq(outbox.toPersonId, learner.id))
  expect(letters.map(({ kind, address }) => [kind, address])).toEqual([
    ['decision', 'mai@example.vn'],
    ['decision', 'mai@example.vn'],
  ])
})

test('a learner is told why learning elsewhere was not confirmed, in the language they chose', async () => {
  const { learner, manager } = await aLearner()
  const english = await aPerson()
  await changed(english, { language: 'en' })
  await refuseCredit(manager, await aCredit(learner, { title: 'Lớp một' }), 'Không đọc được', now)
  await refuseCredit('command-line', await aCredit(english, { title: 'Lớp hai' }), 'Blurred', now)

  expect((await noticesOf(learner)).notices[0]?.body).toContain('Lý do: Không đọc được')
  expect((await noticesOf(english)).notices[0]).toMatchObject({
    subject: 'Not confirmed: Lớp hai',
    body: expect.stringContaining('Reason: Blurred'),
  })
})

test('a learner is told of each change of what they owe', async () => {
  const { learner, manager } = await aLearner()
  const form = { year: '2026', reason: 'Tuyển dụng tháng 9', approver: 'Giám đốc Sở', documentNumber: '' }
  for (const hours of ['20', '27,5']) await overrideQuota(manager, learner.id, { ...form, hours }, now)

  expect(await noticed(learner)).toEqual(['Năm 2026 bạn cần học 27,5 tiết', 'Năm 2026 bạn cần học 20 tiết'])
  const { notices } = await noticesOf(learner)
  expect(notices[0]?.body).toContain('Lý do: Tuyển dụng tháng 9\nNgười duyệt: Giám đốc Sở')
})

test('what an account was told that was folded into another is told to the one that was kept', async () => {
  const { learner, manager } = await aLearner()
  const old = await aPerson()
  const credit = await aCredit(old)
  await merge(learner, old)
  await confirmCredit(manager, credit, now)

  expect([(await noticed(learner)).length, (await noticed(old)).length]).toEqual([1, 0])
})

test('a learner takes back what nobody has answered, once, and may tell it again; the audit keeps that it was told', async () => {
  const { learner } = await aLearner()
  const credit = await aCredit(learner)

  expect([await withdrawCredit(learner, credit), await withdrawCredit(learner, credit)]).toEqual([true, null])
  expect(await creditsOf(learner, learner.id)).toEqual([])
  const lines = await db.select().from(auditLines).where(eq(auditLines.subjectId, learner.id))
  expect(lines.find(({ verb }) => verb === 'hours.withdraw-credit')).toMatchObject({
    actorId: learner.id,
    before: { credit, state: 'provisional', halfHours: 20 },
    after: { credit, state: null },
  })
  expect(await aCredit(learner)).not.toBe(credit)
})

test('what was decided is not taken back, nor by anybody else', async () => {
  const { learner, manager } = await aLearner()
  const [credit, waiting] = [await aCredit(learner), await aCredit(learner, { title: 'Khác', paper: '' })]
  await confirmCredit(manager, credit, now)

  expect(await withdrawCredit(learner, credit)).toBe(false)
  expect(await withdrawCredit(manager, waiting)).toBeNull()
  expect(await creditsOf(learner, learner.id)).toHaveLength(2)
})

test('of a confirmation and a taking back at once, one happens', async () => {
  const { learner, manager } = await aLearner()
  const credit = await aCredit(learner)
  const [confirmed, withdrawn] = await Promise.all([
    confirmCredit(manager, credit, now),
    withdrawCredit(learner, credit),
  ])

  const states = (await creditsOf(learner, learner.id))?.map(({ state }) => state)
  expect([
    [{ state: 'confirmed' }, false, ['confirmed']],
    [null, true, []],
  ]).toContainEqual([confirmed, withdrawn, states])
})
