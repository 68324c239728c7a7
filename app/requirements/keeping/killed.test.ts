import { fork } from 'node:child_process'
import { count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { leases } from '#app/messages/schema.ts'
import { addPeopleInTx, waitingAccount } from '#app/people/add-people-in-tx.server.ts'
import { openPeopleInTx } from '#app/people/open-people-in-tx.server.ts'
import { isKeepingDue } from '#app/requirements/keeping/is-keeping-due.server.ts'
import { startKeeping } from '#app/requirements/keeping/start-keeping.server.ts'
import { standings } from '#app/requirements/schema.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import { never } from '#app/units/unit.ts'
import { aCertifiedEdition } from '#tests/certificates.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { expectStandingsKept } from '#tests/standings-kept.ts'
import { aUnit } from '#tests/units.ts'

const many = 3_000

test('a keeper killed in the middle loses and doubles nothing: the next goes on, and the figures are the sums', {
  timeout: 120_000,
}, async () => {
  const unitId = await aUnit()
  await joined(unitId)
  await aRequirement({ unitId, courseIds: [await aCourseOf(await aCertifiedEdition())] })
  let kills = 0
  for (const moment of [0.1, 0.4, 0.7]) {
    if (await killedWhen(async () => (await noted()) >= moment * many)) kills++
    await expectStandingsKept()
    await write((tx) => tx.delete(leases)) // in life its time runs out
  }
  expect(kills).toBeGreaterThanOrEqual(2)
  const stop = startKeeping({ everyMs: 20 })
  while (await isKeepingDue('2026-03-01')) await new Promise((wake) => setTimeout(wake, 50))
  await stop()
  expect(await noted()).toBe(many)
  await expectStandingsKept()
})

async function joined(unitId: string) {
  const accounts = Array.from({ length: many }, (_, at) =>
    waitingAccount({ fullName: `Lê Thị ${at}`, phone: null, email: null, birthYear: 1990 }, new Date()),
  )
  for (let from = 0; from < many; from += 500)
    await write(async (tx) => {
      const ids = await addPeopleInTx(tx, accounts.slice(from, from + 500))
      await openPeopleInTx(tx, ids)
      const place = { unitId, fromDay: '2025-01-01', position: '', category: 'cong_chuc' as const }
      await addMembershipsInTx(
        tx,
        ids.map((personId) => ({ ...place, personId })),
      )
    })
}

async function noted(): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(standings).where(eq(standings.toDay, never))
  return row?.rows ?? 0
}

/** False: it came to its end before. */
async function killedWhen(isTime: () => Promise<boolean>): Promise<boolean> {
  const { DATABASE_URL, DATA_DIR, PATH } = process.env
  const child = fork('tests/keep-child.ts', ['2026-03-01T08:00:00+07:00'], {
    env: { NODE_ENV: 'production', PATH, DATABASE_URL, DATA_DIR },
    execArgv: ['--import', 'tsx'],
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (child.exitCode === null && !(await isTime())) await new Promise((wake) => setTimeout(wake, 5))
  const isRunning = child.exitCode === null
  child.kill('SIGKILL')
  await gone
  return isRunning
}
