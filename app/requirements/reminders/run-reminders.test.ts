import { and, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { takeLease } from '#app/messages/lease.server.ts'
import { notices, outbox } from '#app/messages/schema.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { runReminders } from '#app/requirements/reminders/run-reminders.server.ts'
import {
  exceptions,
  reminderRuns,
  reminders,
  requirements,
  standingChanges,
  standings,
  standingVersions,
} from '#app/requirements/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'
import { never } from '#app/units/unit.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { aHead, aMember, lettersTo, morningOf, remindOn, told } from '#tests/reminding.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aUnit } from '#tests/units.ts'

/** Each test has a calendar and requirements of its own. */
beforeEach(() =>
  write(async (tx) => {
    for (const kept of [standings, standingChanges, standingVersions, reminders, reminderRuns, notices, outbox])
      await tx.delete(kept)
    await tx.update(requirements).set({ publishedAt: null })
  }),
)

async function aCourse() {
  const editionId = await aCertifiedEdition()
  return { editionId, courseId: await aCourseOf(editionId) }
}

let departments = 0

/** A department with an office, each with a head; one of the office is asked by 31 March. */
async function anOffice(changes: Partial<Parameters<typeof aRequirement>[0]> = {}) {
  const department = await aUnit({ name: `Sở Nội vụ ${++departments}`, type: 'so_nganh' })
  const office = await aUnit({ name: 'Phòng Kế hoạch', parentId: department })
  const course = await aCourse()
  const requirementId = await aRequirement({ unitId: department, courseIds: [course.courseId], ...changes })
  const [director, head, mai] = [await aHead(department), await aHead(office), await aMember(office)]
  return { department, office, requirementId, director, head, mai, ...course }
}

async function given(row: Partial<typeof exceptions.$inferInsert> & { personId: string; decidedAt: Date }) {
  const wanted = {
    kind: 'waiver' as const,
    fromDay: '2026-01-01',
    toDay: never,
    reason: 'Nghỉ ốm',
    state: 'given' as const,
  }
  await write(async (tx) => {
    await tx.insert(exceptions).values({ ...wanted, ...row })
    await changedInTx(tx, [row.personId])
  })
}

const subjects = async (person: { id: string }) =>
  (await told(person)).map(({ createdAt, subject }) => `${dayOf(createdAt)} ${subject}`)

test('the ladder is climbed on its days, each step told once to whom it concerns', async () => {
  const { mai, head, director } = await anOffice()
  for (const day of ['2026-03-16', '2026-03-17', '2026-03-17', '2026-03-18', '2026-03-24', '2026-03-30', '2026-03-31'])
    await remindOn(day)
  expect(await subjects(head)).toEqual([])
  for (const day of ['2026-04-01', '2026-04-01', '2026-04-14', '2026-04-15', '2026-05-30']) await remindOn(day)
  expect(await subjects(mai)).toEqual([
    '2026-03-17 Khóa học bắt buộc “Kỹ năng số cơ bản”: hạn 31/03/2026, còn 14 ngày',
    '2026-03-24 Khóa học bắt buộc “Kỹ năng số cơ bản”: hạn 31/03/2026, còn 7 ngày',
    '2026-03-30 Khóa học bắt buộc “Kỹ năng số cơ bản”: hạn 31/03/2026, còn 1 ngày',
    '2026-04-01 Khóa học bắt buộc “Kỹ năng số cơ bản”: hạn 31/03/2026, đã quá hạn 1 ngày',
  ])
  expect(await subjects(head)).toEqual(['2026-04-01 1 người vừa quá hạn khóa học bắt buộc'])
  expect(await subjects(director)).toEqual(['2026-04-15 1 người quá hạn từ 2 tuần trở lên'])
  expect(await lettersTo(mai)).toHaveLength(4)
})

test('a letter says what, until when, asked by which document, and holds no link', async () => {
  const { mai } = await anOffice()
  await remindOn('2026-03-17')
  const [letter] = await lettersTo(mai)
  expect(letter?.body).toContain('Theo văn bản số 12/QĐ-SNV ngày 01/01/2026 của Sở Nội vụ.')
  expect(letter?.body).not.toMatch(/https?:|www\./)
})

test('missed runs are caught up with by one message, and the steps before it are noted as passed over', async () => {
  const { mai, requirementId } = await anOffice()
  expect(await remindOn('2026-04-05')).toMatchObject({ steps: { overdue: 1 }, passedOver: 3, people: 1, reports: 1 })
  expect(await told(mai)).toHaveLength(1)
  const rows = await db.select().from(reminders).where(eq(reminders.requirementId, requirementId))
  expect(rows.filter(({ isSent }) => isSent).map(({ step }) => step)).toEqual(['overdue'])
  expect(rows).toHaveLength(4)
})

test('who is told of to the agency has heard of it themselves, and so have their heads, were all runs missed', async () => {
  const { mai, head, director } = await anOffice()
  await remindOn('2026-05-05')
  expect(await subjects(mai)).toEqual([expect.stringContaining('đã quá hạn 35 ngày')])
  for (const reader of [head, director])
    expect(await subjects(reader)).toEqual(['2026-05-05 1 người quá hạn từ 2 tuần trở lên'])
})

test('several requirements are one message', async () => {
  const { department, courseId, mai } = await anOffice()
  await aRequirement({ unitId: department, courseIds: [courseId], title: 'An toàn thông tin' })
  await remindOn('2026-03-17')
  const [digest, ...more] = await told(mai)
  expect(more).toEqual([])
  expect(digest?.subject).toBe('Bạn có 2 khóa học bắt buộc chưa xong. Hạn sớm nhất: 31/03/2026')
  expect(digest?.body).toContain('- Kỹ năng số cơ bản: hạn')
  expect(digest?.body).toContain('- An toàn thông tin: hạn')
})

test('of who is done, excused or changed since nothing is said, and a pause or waiver that ended says it again', async () => {
  const { office, mai, editionId, requirementId } = await anOffice()
  const [excused, changed] = [await aMember(office, 'Lê Văn Phép'), await aMember(office, 'Lê Văn Đổi')]
  await award(mai, editionId, morningOf('2026-02-10'))
  await given({ personId: excused.id, requirementId, toDay: '2026-04-10', decidedAt: morningOf('2026-03-01') })
  await remindOn('2026-03-17')
  expect(await told(changed)).toHaveLength(1)
  await remindOn('2026-04-01')
  expect([...(await told(mai)), ...(await told(excused))]).toEqual([])
  await remindOn('2026-04-10')
  expect(await subjects(excused)).toEqual([expect.stringContaining('2026-04-10')])
})

test('a new due day begins the ladder anew', async () => {
  const { mai, requirementId } = await anOffice()
  await remindOn('2026-04-01')
  const extension = { kind: 'extension' as const, dueDay: '2026-05-31', requirementId }
  await given({ personId: mai.id, ...extension, decidedAt: morningOf('2026-04-02') })
  for (const day of ['2026-04-03', '2026-05-17', '2026-05-18']) await remindOn(day)
  expect((await subjects(mai)).at(-1)).toContain('2026-05-17')
  expect(await told(mai)).toHaveLength(2)
})

test('where a unit has no head the nearest above is told; nobody is told of themselves; all at once in one list', async () => {
  const { office, department, director, courseId } = await anOffice()
  const team = await aUnit({ name: 'Tổ Một cửa', parentId: office })
  const [ba, tu] = [await aMember(team, 'Lê Thị Ba'), await aMember(department, 'Phạm Văn Tư')]
  const late = await aHead(department, 'training-officer')
  await write((tx) => tx.update(requirements).set({ clauses: [] }))
  await aRequirement({ unitId: department, courseIds: [courseId], clauses: [], names: [ba.id, tu.id, director.id] })
  await remindOn('2026-04-01')
  const [report] = await told(late)
  expect(report?.subject).toBe('1 người vừa quá hạn khóa học bắt buộc')
  expect(report?.body).toMatch(/- Phạm Văn Tư \(Sở Nội vụ \d+\): Kỹ năng số cơ bản, hạn 31\/03\/2026/)
  const reader = await told(director)
  expect(reader.map(({ kind }) => kind).sort()).toEqual(['reminder', 'report'])
  expect(reader.find(({ kind }) => kind === 'report')?.body).not.toContain('Trần Văn Trưởng')
})

test('each name in a list is of somebody whom its reader sees by the one rule', async () => {
  const { office, department, head, director } = await anOffice()
  const neighbour = await aUnit({ name: 'Phòng Bên', parentId: department })
  const [other, stranger] = [await aMember(neighbour, 'Võ Văn Bên'), await aMember(office, 'Hồ Thị Trong')]
  await remindOn('2026-04-01')
  await remindOn('2026-04-15')
  const [own] = await told(head)
  expect(own?.body).toContain('Hồ Thị Trong')
  expect(own?.body).not.toContain('Võ Văn Bên')
  expect((await told(director)).at(-1)?.body).toMatch(/Hồ Thị Trong[\s\S]*Võ Văn Bên|Võ Văn Bên[\s\S]*Hồ Thị Trong/)
  const sees = async (who: { id: string }, { id }: { id: string }) =>
    sightOf(await seenBy({ id: who.id, role: 'manager' }, '2026-04-01'), id)
  expect(await sees(head, stranger)).not.toBeNull()
  expect(await sees(head, other)).toBeNull()
  expect(await sees(director, other)).not.toBeNull()
})

test('a run made at night reaches people in the morning', async () => {
  const { mai } = await anOffice()
  await runReminders({ at: new Date('2026-03-17T21:15:00+07:00') })
  expect((await lettersTo(mai)).map(({ sendAfter }) => sendAfter)).toEqual([new Date('2026-03-18T07:00:00+07:00')])
})

test('the run of a day is made once, also after the clock was set back, and a dry one says what it would do', async () => {
  const { mai } = await anOffice()
  const wanted = { steps: { '14-days': 1, '7-days': 0 }, people: 1, reports: 0 }
  await remindOn('2026-03-16')
  expect(await runReminders({ at: morningOf('2026-03-17'), isDry: true })).toMatchObject(wanted)
  expect(await told(mai)).toEqual([])
  expect(await remindOn('2026-03-17')).toMatchObject({ wasMade: false, ...wanted })
  expect(await remindOn('2026-03-17')).toMatchObject({ wasMade: true, people: 0 })
  expect(await remindOn('2026-03-15')).toMatchObject({ wasMade: false, people: 0 })
  expect(await told(mai)).toHaveLength(1)
})

test('two at once make one run; while another process is at it, or at the standings, there is none', async () => {
  const { mai } = await anOffice()
  const runs = await Promise.all([remindOn('2026-03-17'), remindOn('2026-03-17'), remindOn('2026-03-17')])
  expect(runs.filter((run) => run !== null && !run.wasMade)).toHaveLength(1)
  expect(await told(mai)).toHaveLength(1)
  for (const lease of ['remind', 'keep-standings']) {
    await takeLease(lease, 'another process', 60_000)
    expect(await remindOn('2026-03-24')).toBeNull()
    await takeLease(lease, 'another process', -1)
  }
  expect(await remindOn('2026-03-24')).toMatchObject({ people: 1 })
})

test('lists that a run left untold are told by the next, to each head once', async () => {
  const { office, head, mai } = await anOffice()
  const second = await aHead(office, 'training-officer')
  const [first = '', last = ''] = [head.id, second.id].sort()
  await remindOn('2026-04-01')
  // As a process leaves it that ends after the first of the two.
  await write(async (tx: Transaction) => {
    const run = { reportedThrough: first, endedAt: null }
    await tx.update(reminderRuns).set(run).where(eq(reminderRuns.day, '2026-04-01'))
    await tx.delete(notices).where(and(eq(notices.personId, last), eq(notices.kind, 'report')))
  })
  expect(await remindOn('2026-04-02')).toMatchObject({ people: 0, reports: 1 })
  expect(
    [...(await told({ id: first })), ...(await told({ id: last }))].map(({ body }) => body.includes('Nguyễn')),
  ).toEqual([true, true])
  expect((await told(mai)).map(({ kind }) => kind)).toEqual(['reminder'])
  const open = await db.select().from(reminderRuns).where(eq(reminderRuns.day, '2026-04-01'))
  expect(open[0]?.endedAt).toBeInstanceOf(Date)
})
