import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { revoke } from '#app/certificates/revoke.server.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { creditsOf } from '#app/requirements/hours/credits-of.server.ts'
import { evidenceOf } from '#app/requirements/hours/evidence-of.server.ts'
import { hoursOf } from '#app/requirements/hours/hours-of.server.ts'
import { overrideQuota } from '#app/requirements/hours/override-quota.server.ts'
import { refuseCredit } from '#app/requirements/hours/refuse-credit.server.ts'
import { revokeCredit } from '#app/requirements/hours/revoke-credit.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aCredit, aPng, toldAt } from '#tests/credits.ts'
import { merge } from '#tests/merging.ts'
import { aMembership, aUnit, done, manages } from '#tests/units.ts'

const root = 'command-line'
const later = new Date('2026-04-10T03:00:00Z')
const overriding = {
  year: '2026',
  hours: '27,5',
  reason: 'Tuyển dụng tháng 9',
  approver: 'Giám đốc Sở',
  documentNumber: '',
}

/** A learner with a place, 10 tiết of ours from 18 November, and 10 elsewhere. */
async function aLearner() {
  const [learner, manager] = [await aHolder(), await aHolder('Trần Văn Tư', 'manager')]
  await manages(manager, learner)
  return { learner, manager }
}

test('hours are certificates and what was confirmed, against the quota of the category, and say what waits', async () => {
  const { learner, manager } = await aLearner()
  await award(learner, await aCertifiedEdition())
  const credit = await aCredit(learner, { hours: '29,5' })

  expect(await hoursOf(learner, learner.id, 2026, '2026-11-20')).toMatchObject({
    category: 'cong_chuc',
    quota: { halfHours: 80, basis: expect.stringContaining('101/2017') },
    total: 20,
    provisional: 59,
  })
  expect(await confirmCredit(manager, credit, later)).toEqual({ state: 'confirmed' })
  expect(await hoursOf(manager, learner.id, 2026, '2026-11-20')).toMatchObject({ total: 79, provisional: 0 })
  expect(await hoursOf(manager, learner.id, 2026, '2026-04-09')).toMatchObject({ total: 0, provisional: 59 })
})

test('a certificate that is revoked takes its hours back from that day, the days before keep them', async () => {
  const learner = await aHolder('Lê Văn Năm')
  const administrator = await aHolder('Quản trị', 'administrator')
  await award(learner, await aCertifiedEdition({ code: 'CB7' }))
  const [paper] = await db.select().from(certificates).where(eq(certificates.personId, learner.id))
  await revoke(administrator, paper?.id ?? '', 'Cấp nhầm')

  expect((await hoursOf(root, learner.id, 2026, '2026-11-18'))?.total).toBe(20)
  expect((await hoursOf(root, learner.id, 2026, '9999-01-01'))?.total).toBe(0)
})

test('a credit is confirmed, refused or revoked once, with a reason where it goes against the learner', async () => {
  const { learner, manager } = await aLearner()
  const credit = await aCredit(learner)

  expect(await refuseCredit(manager, credit, '  ', later)).toEqual({ refused: 'reason' })
  expect(await revokeCredit(manager, credit, 'Giấy giả', later)).toEqual({ refused: 'state' })
  for (const _ of [1, 2]) expect(await confirmCredit(manager, credit, later)).toEqual({ state: 'confirmed' })
  expect(await refuseCredit(manager, credit, 'Muộn', later)).toEqual({ refused: 'state' })
  for (const _ of [1, 2]) expect(await revokeCredit(manager, credit, 'Giấy giả', later)).toEqual({ state: 'revoked' })
  expect(await confirmCredit(manager, credit, later)).toEqual({ refused: 'state' })
  expect(await creditsOf(learner, learner.id)).toMatchObject([{ state: 'revoked', revocationReason: 'Giấy giả' }])

  const other = await aCredit(learner, { title: 'Lớp khác', paper: '' })
  expect(await refuseCredit(manager, other, 'Không đọc được', later)).toEqual({ state: 'refused' })
  const lines = await db.select().from(auditLines).where(eq(auditLines.subjectId, learner.id))
  expect(lines.map(({ verb }) => verb).filter((verb) => verb.startsWith('hours.'))).toEqual([
    'hours.add-credit',
    'hours.confirm-credit',
    'hours.revoke-credit',
    'hours.add-credit',
    'hours.refuse-credit',
  ])
  expect(lines.find(({ verb }) => verb === 'hours.revoke-credit')).toMatchObject({
    actorId: manager.id,
    before: { credit, state: 'confirmed' },
    after: { credit, state: 'revoked' },
    reason: 'Giấy giả',
  })
})

test('two who decide at once: one decides, the other is told', async () => {
  const { learner, manager } = await aLearner()
  const credit = await aCredit(learner)
  const outcomes = await Promise.all([confirmCredit(manager, credit, later), refuseCredit(root, credit, 'Mờ', later)])

  expect(outcomes.filter((outcome) => outcome && 'state' in outcome)).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome && 'refused' in outcome)).toEqual([{ refused: 'state' }])
})

test('nobody decides about their own hours, also not of an account that was folded into theirs', async () => {
  const { manager } = await aLearner()
  const old = await aHolder('Trần Văn Tư')
  const [own, earlier] = [await aCredit(manager), await aCredit(old)]
  await manages(manager, manager, old)
  await merge(manager, old)

  for (const credit of [own, earlier]) {
    expect(await confirmCredit(manager, credit, later)).toBeNull()
    expect(await refuseCredit(manager, credit, 'Sai', later)).toBeNull()
    expect(await revokeCredit(manager, credit, 'Sai', later)).toBeNull()
  }
  expect(await overrideQuota(manager, manager.id, overriding, later)).toBeNull()
})

test('only the person and who looks after them see hours and credits; nobody else decides', async () => {
  const { learner } = await aLearner()
  const credit = await aCredit(learner)
  const stranger = await aHolder('Người Lạ', 'manager')
  await manages(stranger, await aHolder('Người Khác'))

  for (const who of [stranger, await aHolder('Học Viên Khác')]) {
    expect(await hoursOf(who, learner.id, 2026, '2026-11-20')).toBeNull()
    expect(await creditsOf(who, learner.id)).toBeNull()
    expect(await confirmCredit(who, credit, later)).toBeNull()
    expect(await overrideQuota(who, learner.id, overriding, later)).toBeNull()
  }
  expect(await confirmCredit(root, '018f0000-0000-7000-8000-000000000000')).toBeNull()
})

test('a manager sees no year that began before what they see of a person', async () => {
  const learner = await aHolder('Ngô Thị Sáu')
  const manager = await aHolder('Trần Văn Bảy', 'manager')
  await manages(manager, learner)

  expect(await hoursOf(manager, learner.id, 2019, '2026-11-20', new Date('2026-11-20'))).toBeNull()
  expect(await hoursOf(learner, learner.id, 2019, '2026-11-20')).toMatchObject({ total: 0 })
})

test('whoever took a unit over this year sees what was learnt elsewhere since, and of before only what waits for them', async () => {
  const [learner, manager] = [await aHolder('Ngô Thị Sáu'), await aHolder('Trần Văn Bảy', 'manager')]
  const unitId = await aUnit()
  await aMembership({ personId: learner.id, unitId })
  const role = { personId: manager.id, unitId, role: 'manager' as const, fromDay: '2026-03-01', reason: 'QĐ 1' }
  done(await appoint('command-line', role))
  const old = { beganDay: '2024-03-02', completedDay: '2024-03-20' }
  const [before, waiting, now] = [
    await aCredit(learner, { ...old, title: 'Đã xong' }),
    await aCredit(learner, { ...old, title: 'Đang chờ' }),
    await aCredit(learner, { title: 'Năm nay' }),
  ] as const
  for (const id of [before, now]) await confirmCredit('command-line', id, later)

  expect((await creditsOf(manager, learner.id, later))?.map(({ id }) => id).sort()).toEqual([waiting, now].sort())
  const open = await Promise.all(
    [before, waiting, now].map(async (id) => (await evidenceOf(manager, id, later)) !== null),
  )
  expect(open).toEqual([false, true, true])
  expect(await creditsOf(learner, learner.id, later)).toHaveLength(3)
})

test('a quota is overridden for one person and year, by reason and approver, and the newest holds', async () => {
  const { learner, manager } = await aLearner()
  const wrong = { year: '1926', hours: '7,3', reason: '', approver: ' ', documentNumber: '' }

  expect(await overrideQuota(manager, learner.id, wrong, later)).toEqual({
    problems: { year: 'year-wrong', hours: 'hours-wrong', reason: 'needed', approver: 'needed' },
  })
  expect(await overrideQuota(manager, learner.id, overriding, later)).toHaveProperty('id')
  const newer = { ...overriding, hours: '20', documentNumber: '15/QĐ' }
  expect(await overrideQuota(manager, learner.id, newer, new Date('2026-05-01T03:00:00Z'))).toHaveProperty('id')

  const owed = async (day: string) => (await hoursOf(learner, learner.id, 2026, day))?.quota
  expect(await owed('2026-04-09')).toMatchObject({ halfHours: 80, override: null })
  expect(await owed('2026-04-10')).toMatchObject({ halfHours: 55, override: { approver: 'Giám đốc Sở' } })
  expect(await owed('2026-05-01')).toMatchObject({ halfHours: 40, override: { documentNumber: '15/QĐ' } })
  const lines = await db.select().from(auditLines).where(eq(auditLines.verb, 'hours.override-quota'))
  expect(lines.at(-1)).toMatchObject({ before: { year: 2026, halfHours: 55 }, after: { year: 2026, halfHours: 40 } })
})

test('two accounts that became one count the same course once', async () => {
  const [kept, folded] = [await aHolder('Lý Thị Tám'), await aHolder('Lý Thị Tám')]
  const edition = await aCertifiedEdition({ code: 'CB8' })
  for (const holder of [kept, folded]) {
    await award(holder, edition)
    await confirmCredit(root, await aCredit(holder), later)
  }
  await confirmCredit(
    root,
    await aCredit(folded, { title: 'Lớp quốc phòng', paper: '', category: 'QPAN' }, { content: aPng }),
    later,
  )
  await merge(kept, folded)

  expect(await hoursOf(kept, kept.id, 2026, '2026-11-30')).toMatchObject({ total: 60 })
  expect(await creditsOf(kept, kept.id)).toHaveLength(3)
})

test('hours are told by nine queries at most, whoever asks', async () => {
  const { learner, manager } = await aLearner()
  await aCredit(learner)
  expect(await countQueries(() => hoursOf(learner, learner.id, 2026, '2026-11-20'))).toBe(5)
  expect(await countQueries(() => hoursOf(manager, learner.id, 2026, '2026-11-20', toldAt))).toBeLessThanOrEqual(9)
})

test('what was confirmed and not counted is told with what it is the same as: a course of ours, a name, a number, a paper', async () => {
  const { learner } = await aLearner()
  await award(learner, await aCertifiedEdition({ code: 'CB8' }))
  const [paper] = await db.select().from(certificates).where(eq(certificates.personId, learner.id))
  const told = [
    { title: 'Lớp một', paper: '7/GCN', completedDay: '2026-03-20' },
    { title: 'LỚP MỘT', paper: '', completedDay: '2026-03-21' },
    { title: 'Lớp hai', paper: '7/gcn', completedDay: '2026-03-22' },
    { title: 'Lớp ba', paper: '', completedDay: '2026-03-20' },
    { title: paper?.facts.courseTitle ?? '', paper: '', completedDay: '2026-03-24' },
    { title: 'Lớp một', paper: '9/GCN', completedDay: '2025-03-20', beganDay: '2025-03-01' },
  ]
  for (const one of told) await confirmCredit(root, await aCredit(learner, one), later)

  const credits = await creditsOf(learner, learner.id, new Date('2026-12-01T03:00:00Z'))
  expect(credits?.map(({ title, sameAs }) => [title, sameAs])).toEqual([
    [told[4]?.title, { by: 'title', title: null }],
    ['Lớp hai', { by: 'paper', title: 'Lớp một' }],
    ['LỚP MỘT', { by: 'title', title: 'Lớp một' }],
    ...[expect.anything(), expect.anything()],
    ['Lớp một', null],
  ])
  expect(credits?.find(({ title }) => title === 'Lớp ba')?.sameAs).toEqual({ by: 'evidence', title: 'Lớp một' })
  expect(await countQueries(() => creditsOf(learner, learner.id))).toBe(6)
})
