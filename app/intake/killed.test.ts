import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { commitBatch } from '#app/intake/commit-batch.server.ts'
import { forkWorker } from '#app/intake/start-intake.server.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import { leases } from '#app/messages/schema.ts'
import { aCheckedList, batchAt, everythingCounted, type Line, peopleBy, takeBack, takeIn } from '#tests/lists.ts'
import { expectNamesKept } from '#tests/names-kept.ts'
import { aUnit, done } from '#tests/units.ts'

const lines: Line[] = Array.from({ length: 2_000 }, (_, at) => ({
  name: `Phan Thị ${syllable(at)} ${syllable(at * 7)}`,
  year: 1960 + (at % 40),
  phone: `09${String(10_000_000 + at)}`,
  unit: at % 2 === 0 ? 'Phân xưởng Một' : 'Phân xưởng Hai',
}))

test('a worker killed again and again in the middle makes the same people as one left alone, and none before the end', {
  timeout: 240_000,
}, async () => {
  const before = await everythingCounted()
  const whole = await twins()
  const undisturbed = await aCheckedList(whole, lines)
  await takeIn(undisturbed)
  const wanted = withoutUnit(await peopleBy(undisturbed))
  await takeBack(undisturbed)
  expect((await everythingCounted()).people).toEqual(before.people)

  const id = await aCheckedList(await twins(), lines)
  done(await commitBatch('command-line', id))
  let kills = 0
  for (const moment of [0.1, 0.25, 0.45, 0.65, 0.85, 1.3]) {
    await killedWhen(async () => reached(await batchAt(id)) >= moment)
    if ((await batchAt(id)).state === 'committed') break
    kills++
    // Nobody of the list can be signed in to, found or counted before its end.
    const now = await everythingCounted()
    expect(now.people.filter(({ closedAt }) => closedAt === null)).toEqual(before.people)
    expect(now.heads).toEqual(before.heads)
    await write((tx) => tx.delete(leases)) // in life its time runs out
  }
  expect(kills).toBeGreaterThanOrEqual(2)
  await workDue()
  expect(await batchAt(id)).toMatchObject({ state: 'committed', counts: { made: 2_000, joined: 2_000 } })
  expect(withoutUnit(await peopleBy(id))).toEqual(wanted)
  await expectNamesKept()

  await takeBack(id)
  expect((await everythingCounted()).people).toEqual(before.people)
  expect((await everythingCounted()).heads).toEqual(before.heads)
})

async function twins(): Promise<string> {
  const unitId = await aUnit({ type: 'doanh_nghiep' })
  for (const name of ['Phân xưởng Một', 'Phân xưởng Hai'])
    await aUnit({ name, parentId: unitId, type: 'phan_xuong_to_chuyen' })
  return unitId
}

/** How much of the list has come: 0 to 1, then how many of its names are written, and 2 when all of it has. */
function reached({ phase, cursor, state }: Awaited<ReturnType<typeof batchAt>>): number {
  if (state !== 'committing') return 2
  if (phase === 'name') return 1 + Math.min(0.99, cursor / (5 * lines.length))
  return phase === null ? 0 : cursor / lines.length
}

async function killedWhen(isTime: () => Promise<boolean>) {
  const child = forkWorker()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (child.exitCode === null && !(await isTime())) await new Promise((wake) => setTimeout(wake, 5))
  child.kill('SIGKILL')
  await gone
}

function withoutUnit(rows: Awaited<ReturnType<typeof peopleBy>>) {
  return rows.map(({ unitId: _, ...row }) => row)
}

function syllable(at: number): string {
  const starts = ['B', 'C', 'D', 'H', 'K', 'L', 'M', 'N', 'T', 'V']
  const ends = ['a', 'an', 'ang', 'o', 'on', 'ung', 'i', 'inh', 'e', 'en']
  return `${starts[at % 10]}${ends[Math.floor(at / 10) % 10]}`
}
