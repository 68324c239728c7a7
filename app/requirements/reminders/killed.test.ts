import { fork } from 'node:child_process'
import { count, eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { leases, notices, outbox } from '#app/messages/schema.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { reminders } from '#app/requirements/schema.ts'
import { aCertifiedEdition } from '#tests/certificates.ts'
import { aHead, lettersTo, manyMembers, morningOf, remindOn, told } from '#tests/reminding.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aUnit } from '#tests/units.ts'

const day = '2026-04-01'
const many = 1_500

test('a run that is killed again and again is gone on with: everybody is told once, heads and people', {
  timeout: 240_000,
}, async () => {
  const department = await aUnit({ type: 'so_nganh' })
  const offices = [await aUnit({ parentId: department }), await aUnit({ parentId: department })]
  const heads = [await aHead(department), ...(await Promise.all(offices.map((office) => aHead(office))))]
  for (const office of offices) await manyMembers(office, many / 2)
  await aRequirement({ unitId: department, courseIds: [await aCourseOf(await aCertifiedEdition())] })
  await keepStandings({ now: morningOf(day) })

  let kills = 0
  for (const share of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const isTime = async () => (await tellings('reminder')) >= share * many
    if (await killedWhen(isTime)) kills++
    await write((tx) => tx.delete(leases)) // in life its time runs out
  }
  expect(kills).toBeGreaterThanOrEqual(3)
  await remindOn(day)

  expect(await tellings('reminder')).toBe(many)
  const letters = await db.select({ to: outbox.toPersonId }).from(outbox).where(eq(outbox.kind, 'reminder'))
  expect(new Set(letters.map(({ to }) => to)).size).toBe(many)
  expect(letters).toHaveLength(many)
  const sent = await db
    .select()
    .from(reminders)
    .where(inArray(reminders.step, ['overdue']))
  expect(sent.filter(({ isSent }) => isSent)).toHaveLength(many)
  for (const head of heads.slice(1)) {
    expect((await told(head)).map(({ subject }) => subject)).toEqual([
      `${many / 2} người vừa quá hạn khóa học bắt buộc`,
    ])
    expect(await lettersTo(head)).toHaveLength(1)
  }
  expect(await remindOn(day)).toMatchObject({ wasMade: true })
})

async function tellings(kind: 'reminder' | 'report'): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(notices).where(eq(notices.kind, kind))
  return row?.rows ?? 0
}

/** False: it came to its end before. */
async function killedWhen(isTime: () => Promise<boolean>): Promise<boolean> {
  const { DATABASE_URL, DATA_DIR, PATH } = process.env
  const child = fork('tests/remind-child.ts', [morningOf(day).toISOString()], {
    env: { NODE_ENV: 'production', PATH, DATABASE_URL, DATA_DIR },
    execArgv: ['--import', 'tsx'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (child.exitCode === null && !(await isTime())) await new Promise((wake) => setTimeout(wake, 2))
  const isRunning = child.exitCode === null
  child.kill('SIGKILL')
  await gone
  return isRunning
}
