import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { checkBatch } from '#app/intake/check-batch.server.ts'
import { commitBatch } from '#app/intake/commit-batch.server.ts'
import { conflictsOf } from '#app/intake/conflicts-of.server.ts'
import { decideRow } from '#app/intake/decide-row.server.ts'
import { decideRows } from '#app/intake/decide-rows.server.ts'
import { intakeRows } from '#app/intake/schema.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import { people } from '#app/people/schema.ts'
import { aPerson } from '#tests/factories.ts'
import { aCheckedList, batchAt, rowsAt, takeIn } from '#tests/lists.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const root = 'command-line' as const

/** Somebody in a unit whose year of birth nobody has written down. */
async function yearless(unitId: string, fullName: string) {
  const person = await aPerson({ fullName })
  await write((tx) => tx.update(people).set({ birthYear: null }).where(eq(people.id, person.id)))
  await aMembership({ personId: person.id, unitId })
  return person
}

const told = async (id: string) => (await rowsAt(id)).map(({ decision, personId }) => [decision, personId])

test('all rows that fit one person alone are that person; what fits two, or is fitted twice, waits for somebody', async () => {
  const unitId = await aUnit()
  const [lan, hoa, mai] = [
    await yearless(unitId, 'Trần Thị Lan'),
    await yearless(unitId, 'Trần Thị Hoa'),
    await yearless(unitId, 'Trần Thị Mai'),
  ]
  for (const _ of [1, 2]) await yearless(unitId, 'Trần Thị Đôi')
  const id = await aCheckedList(unitId, [
    { name: 'Trần Thị Lan', year: 1980 },
    { name: 'Trần Thị Hoa', year: 1981 },
    { name: 'Trần Thị Mai', year: 1982 },
    { name: 'Trần Thị Mai', year: 1992 },
    { name: 'Trần Thị Đôi', year: 1983 },
  ])
  const before = { kind: 'maybe-same', same: 0, new: 0, leave: 0 }
  expect(await conflictsOf(root, id)).toEqual([{ ...before, undecided: 5, fitOne: 2 }])
  expect(await decideRows(root, id, { kind: 'maybe-same', decision: 'same', rows: 5 })).toEqual({
    problem: 'other-count',
  })
  expect(await decideRows(root, id, { kind: 'maybe-same', decision: 'same', rows: 2 })).toEqual({ rows: 2 })
  const undecided = [null, null]
  expect(await told(id)).toEqual([['same', lan.id], ['same', hoa.id], undecided, undecided, undecided])
  expect(await conflictsOf(root, id)).toEqual([{ ...before, undecided: 3, fitOne: 0, same: 2 }])

  done(await decideRow(root, id, { row: 4, decision: 'same', personId: mai.id }))
  expect(await conflictsOf(root, id)).toMatchObject([{ undecided: 2, fitOne: 0, same: 3 }])
  expect(await decideRows(root, id, { kind: 'maybe-same', decision: 'leave', rows: 2 })).toEqual({ rows: 2 })
  await takeIn(id)
  expect((await batchAt(id)).counts).toMatchObject({ made: 0, joined: 0 })
})

test('what was said of many is taken back by its kind until the list is taken in, and each step leaves a line', async () => {
  const unitId = await aUnit()
  const twins = [await yearless(unitId, 'Lý Thị Song'), await yearless(unitId, 'Lý Thị Bé')]
  const other = await aPerson({ fullName: 'Lý Văn Lệch' })
  await write((tx) => tx.update(people).set({ birthYear: 1980, phone: '+84933333333' }).where(eq(people.id, other.id)))
  const id = await aCheckedList(unitId, [
    { name: 'Lý Thị Song', year: 1980 },
    { name: 'Lý Thị Bé', year: 1980 },
    { name: 'Lý Văn Lệch', year: 1981, phone: '0933333333' },
  ])
  expect((await conflictsOf(root, id))?.map(({ kind, undecided }) => [kind, undecided])).toEqual([
    ['maybe-same', 2],
    ['other-birth', 1],
  ])
  done(await decideRow(root, id, { row: 4, decision: 'leave' }))
  expect(await decideRows(root, id, { kind: 'maybe-same', decision: 'leave', rows: 2 })).toEqual({ rows: 2 })
  const back = { kind: 'maybe-same', decision: null, from: 'leave' } as const
  expect(await decideRows(root, id, { ...back, rows: 3 })).toEqual({ problem: 'other-count' })
  expect(await decideRows(root, id, { ...back, rows: 2 })).toEqual({ rows: 2 })
  expect((await told(id)).map(([decision]) => decision)).toEqual([null, null, 'leave'])
  expect(await decideRows(root, id, { kind: 'maybe-same', decision: 'same', rows: 2 })).toEqual({ rows: 2 })
  expect(await decideRows(root, id, { ...back, from: 'same', rows: 2 })).toEqual({ rows: 2 })
  expect((await told(id)).slice(0, 2)).toEqual([
    [null, null],
    [null, null],
  ])
  expect(twins.length).toBe(2)
  const lines = await db.select().from(auditLines).where(eq(auditLines.verb, 'intake.decide'))
  expect(lines.map(({ after }) => after)).toContainEqual({ kind: 'maybe-same', decision: 'same', rows: 2 })
  await takeIn(id)
  expect(await decideRows(root, id, { kind: 'maybe-same', decision: 'leave', rows: 2 })).toEqual({
    problem: 'too-late',
  })
})

test('what was said of many stays when the list is checked again and nothing has changed', async () => {
  const unitId = await aUnit()
  const lan = await yearless(unitId, 'Trần Thị Lan')
  const id = await aCheckedList(unitId, [{ name: 'Trần Thị Lan', year: 1980 }])
  done(await decideRows(root, id, { kind: 'maybe-same', decision: 'same', rows: 1 }))
  done(await checkBatch(root, id))
  await workDue()
  expect(await told(id)).toEqual([['same', lan.id]])
})

test('two thousand rows and more are decided in steps, with one count, and are taken in', async () => {
  const unitId = await aUnit()
  const id = await aCheckedList(unitId, [{ name: 'Người Một', year: 1980 }])
  const [row] = await rowsAt(id)
  if (!row) throw new Error('no row')
  const many = Array.from({ length: 4_500 }, (_, at) => ({
    ...row,
    ...{ row: at + 10, verdict: 'conflict' as const, reasons: ['several-fit' as const], candidates: ['a', 'b'] },
  }))
  for (let at = 0; at < many.length; at += 500)
    await write((tx) => tx.insert(intakeRows).values(many.slice(at, at + 500)))
  expect(await decideRows(root, id, { kind: 'several-fit', decision: 'same', rows: 0 })).toEqual({ rows: 0 })
  expect(await decideRows(root, id, { kind: 'several-fit', decision: 'leave', rows: 4_500 })).toEqual({ rows: 4_500 })
  expect(await conflictsOf(root, id)).toMatchObject([{ undecided: 0, leave: 4_500 }])
  expect(await commitBatch(root, id)).toMatchObject({ state: 'committing' })
})

test('nobody decides about a list that is not theirs', async () => {
  const unitId = await aUnit()
  const id = await aCheckedList(unitId, [{ name: 'Người Một', year: 1980 }])
  const stranger = { id: (await aPerson({ role: 'manager' })).id, role: 'manager' as const }
  expect(await decideRows(stranger, id, { kind: 'maybe-same', decision: 'leave', rows: 0 })).toBeNull()
  expect(await conflictsOf(stranger, id)).toBeNull()
})
