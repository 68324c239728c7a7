import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { attemptAnswers } from '#app/attempts/schema.ts'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db } from '#app/db/db.server.ts'
import { acceptLate } from '#app/ledger/accept-late.server.ts'
import { rebuild } from '#app/ledger/rebuild.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { resultPage } from '#app/ledger/result-page.server.ts'
import { events } from '#app/ledger/schema.ts'
import { anEdition, aPerson, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'
import { attemptRow, type Sitting, sits } from '#tests/sitting.ts'
import { manages } from '#tests/units.ts'

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

/** An attempt of 45 minutes with what was sent when: question by place, minutes after the start. */
async function aSitting(...sent: Array<{ place: number; isRight: boolean; minute: number; sequence?: number }>) {
  const sitting = await sits(await aPerson(), await anEdition({ exam: { timeLimitMinutes: 45 } }), start)
  for (const [index, { place, isRight, minute, sequence = index + 1 }] of sent.entries()) {
    const question = questionAt(sitting, place)
    const fields = (isRight ? rightAnswer : wrongAnswer)(question)
    const event = did.answered(sitting.edition, sitting.attempt, question.id, sequence, fields)
    await record(sitting.person, { events: [event] }, after(minute))
  }
  return sitting
}

function questionAt({ paper }: Sitting, place: number) {
  const question = paper[place - 1]
  if (!question) throw new Error(`no question ${place}`)
  return question
}

const lateTo = (sitting: Sitting, place: number) => acceptLateAs('command-line', sitting, place)
const acceptLateAs = (who: Parameters<typeof acceptLate>[0], sitting: Sitting, place: number) =>
  acceptLate(who, sitting.attempt, questionAt(sitting, place).id, 'mất điện', after(90))

test('only the person’s manager, administrators and the command line let a late answer count', async () => {
  for (const role of ['learner', 'trainer', 'manager'] as const) {
    const sitting = await aSitting({ place: 1, isRight: true, minute: 50 })
    expect(await acceptLateAs(await aPerson({ role }), sitting, 1)).toBeNull()
    expect((await attemptRow(sitting.attempt)).credit).toBe(0)
  }
  for (const role of ['manager', 'administrator'] as const) {
    const sitting = await aSitting({ place: 1, isRight: true, minute: 50 })
    const who = await aPerson({ role })
    if (role === 'manager') await manages(who, sitting.person)
    expect(await acceptLateAs(who, sitting, 1)).toEqual({ credit: 250, isPassed: false })
  }
})

test('an answer that came in time, or never, cannot be accepted as late', async () => {
  const sitting = await aSitting({ place: 1, isRight: true, minute: 10 }, { place: 2, isRight: true, minute: 50 })
  expect(await lateTo(sitting, 1)).toBeNull()
  expect(await lateTo(sitting, 3)).toBeNull()
  expect(await acceptLate('command-line', 'khong-co', questionAt(sitting, 2).id, 'mất điện')).toBeNull()
})

test('of several late answers to a question the one with the highest number is what may be accepted', async () => {
  const sitting = await aSitting(
    { place: 1, isRight: true, minute: 51, sequence: 8 },
    { place: 1, isRight: false, minute: 52, sequence: 7 },
  )
  expect(await lateTo(sitting, 1)).toEqual({ credit: 250, isPassed: false })
})

test('accepting leaves the late answer to be seen, and the result counts it as late no longer', async () => {
  const sitting = await aSitting(
    { place: 1, isRight: false, minute: 10 },
    { place: 1, isRight: true, minute: 50 },
    { place: 2, isRight: true, minute: 51 },
  )
  expect(await resultPage(sitting.person, sitting.attempt, after(60))).toMatchObject({ credit: 0, late: [1, 2] })
  await lateTo(sitting, 1)

  expect(await resultPage(sitting.person, sitting.attempt, after(91))).toMatchObject({ credit: 250, late: [2] })
  const own = and(eq(attemptAnswers.attemptId, sitting.attempt), eq(attemptAnswers.question, questionAt(sitting, 1).id))
  const rows = await db.select().from(attemptAnswers).where(own)
  expect(rows.map(({ isLate, answer }) => [isLate, answer]).sort()).toEqual([
    [false, '0000000a'],
    [true, '0000000a'],
  ])
})

test('that it was accepted stands in the ledger and in the audit once, and outlives a rebuilding', async () => {
  const sitting = await aSitting({ place: 1, isRight: true, minute: 50 })
  for (let time = 0; time < 3; time++) await lateTo(sitting, 1)

  const own = await db.select().from(events).where(eq(events.personId, sitting.person.id))
  const accepted = own.filter(({ kind }) => kind === 'late.accepted')
  expect(accepted.map(({ content }) => content)).toMatchObject([{ by: 'command-line', reason: 'mất điện' }])
  expect(await auditLinesAbout('attempt', sitting.attempt)).toHaveLength(1)

  const before = await attemptRow(sitting.attempt)
  expect(await rebuild('command-line', { personId: sitting.person.id })).toBe(1)
  expect(await attemptRow(sitting.attempt)).toEqual(before)
})

test('only administrators and the command line rebuild', async () => {
  const sitting = await aSitting({ place: 1, isRight: true, minute: 10 })
  for (const role of ['learner', 'trainer', 'manager'] as const)
    expect(await rebuild(await aPerson({ role }), 'all')).toBeNull()
  expect(await rebuild(sitting.person, { personId: sitting.person.id })).toBeNull()
  expect(await rebuild(await aPerson({ role: 'administrator' }), { personId: 'khong-co' })).toBe(0)
})
