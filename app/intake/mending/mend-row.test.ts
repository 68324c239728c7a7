import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { decideRow } from '#app/intake/decide-row.server.ts'
import { mendRow } from '#app/intake/mending/mend-row.server.ts'
import type { Typed } from '#app/intake/mending/mended-row.ts'
import { people } from '#app/people/schema.ts'
import { aPerson } from '#tests/factories.ts'
import { aCheckedList, batchAt, peopleBy, rowsAt, takeIn } from '#tests/lists.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const root = 'command-line' as const
const lan = '082190000123'

const mend = (id: string, row: number, cells: Typed) => mendRow(root, id, { row, cells })
const verdicts = async (id: string) => (await rowsAt(id)).map(({ verdict, reasons }) => [verdict, ...(reasons ?? [])])

test('a refused row is read, judged and counted anew with the cells that were mended, and is taken in so', async () => {
  const unitId = await aUnit()
  const team = await aUnit({ name: 'Ấp Bình Hòa', parentId: unitId })
  const id = await aCheckedList(unitId, [
    { name: 'Lê Văn Tám', year: '32/13/1985' },
    { name: 'Lê Thị Chín', year: 1986, unit: 'Ấp Bình Hoa Đông' },
    { name: 'Lê Thị Mười', year: 1987 },
  ])
  expect(await verdicts(id)).toEqual([['refused', 'birth-impossible'], ['refused', 'unit-unknown'], ['new']])

  expect(await mend(id, 2, { birth: '31/2/1985' })).toEqual({ verdict: 'refused' })
  expect(await mend(id, 2, { fullName: 'LÊ VĂN TÁM', birth: '3/12/1985', phone: '912345678' })).toEqual({
    verdict: 'new',
  })
  expect(await mend(id, 3, { unit: 'ap binh hoa', birth: '1986' })).toEqual({ verdict: 'new' })
  expect((await batchAt(id)).counts.verdicts).toEqual({ new: 3, matched: 0, conflict: 0, refused: 0 })
  const [tam, chin] = (await rowsAt(id)).map(({ understood }) => understood)
  expect(tam).toMatchObject({
    person: { fullName: 'Lê Văn Tám', birth: { day: 3, month: 12, year: 1985 }, phone: '+84912345678' },
    doubts: { fullName: { doubts: ['name-all-caps'] }, phone: { doubts: ['phone-leading-zero-restored'] } },
    mended: { birth: '32/13/1985', phone: '' },
  })
  expect(tam?.person.problems).toEqual(['name-all-caps', 'phone-leading-zero-restored'])
  expect(chin?.mended).toEqual({ unit: 'Ấp Bình Hoa Đông' })

  await takeIn(id)
  expect((await peopleBy(id)).map((one) => [one.fullName, one.birthYear, one.unitId])).toEqual([
    ['Lê Thị Chín', 1986, team],
    ['Lê Thị Mười', 1987, unitId],
    ['Lê Văn Tám', 1985, unitId],
  ])
  expect(await mend(id, 2, { fullName: 'X' })).toEqual({ problem: 'too-late' })
})

test('a row is mended by whoever looks after the unit, with a line that names row and cells but not what was typed', async () => {
  const unitId = await aUnit()
  const id = await aCheckedList(unitId, [{ name: 'Lê Văn Tám', year: 1985 }])
  const stranger = { id: (await aPerson({ role: 'manager' })).id, role: 'manager' as const }
  expect(await mendRow(stranger, id, { row: 2, cells: { fullName: 'Ai Đó' } })).toBeNull()
  expect(await mend(id, 99, { fullName: 'Ai Đó' })).toBeNull()
  expect(await mend(id, 2, { fullName: 'Lê Văn Tám', birth: '1985', phone: '', unit: '', position: '' })).toEqual({
    verdict: 'new',
  })
  const lines = () =>
    db
      .select()
      .from(auditLines)
      .where(and(eq(auditLines.verb, 'intake.mend-row'), eq(auditLines.subjectId, id)))
  expect(await lines()).toEqual([])
  done(await mend(id, 2, { fullName: 'Lê Văn Chín', phone: '0912345678' }))
  expect(await lines()).toMatchObject([
    { verb: 'intake.mend-row', after: { row: 2, fields: ['fullName', 'phone'] }, actorId: null },
  ])
  expect(JSON.stringify(await lines())).not.toContain('Chín')
  done(await mend(id, 2, { fullName: 'Lê Văn Tám', phone: '' }))
  expect((await rowsAt(id))[0]?.understood.mended).toEqual({})
})

test('who is here already is found after mending; a decision stays only where nothing else has changed', async () => {
  const unitId = await aUnit()
  const here = await aPerson({ fullName: 'Trần Thị Lan' })
  await write((tx) => tx.update(people).set({ birthYear: 1980 }).where(eq(people.id, here.id)))
  await aMembership({ personId: here.id, unitId })
  const id = await aCheckedList(unitId, [
    { name: 'Trần Thị Lan', position: 'Tạp vụ' },
    { name: 'Trần Thị Lam', year: 1980 },
  ])
  expect(await verdicts(id)).toEqual([['conflict', 'maybe-same'], ['new']])
  done(await decideRow(root, id, { row: 2, decision: 'same' }))
  expect(await mend(id, 2, { position: 'Văn thư' })).toEqual({ verdict: 'conflict' })
  expect((await rowsAt(id))[0]).toMatchObject({ decision: 'same', personId: here.id })
  expect(await mend(id, 2, { birth: '1981' })).toEqual({ verdict: 'new' })
  expect((await rowsAt(id))[0]).toMatchObject({ decision: null, personId: null })
  expect(await mend(id, 3, { fullName: 'Trần Thị Lan' })).toEqual({ verdict: 'matched' })
  expect((await rowsAt(id))[1]).toMatchObject({ personId: here.id, reasons: ['already-there'] })
  expect((await batchAt(id)).counts.verdicts).toEqual({ new: 1, matched: 1, conflict: 0, refused: 0 })
})

test('copies are looked for again: mending the first of two frees the second, and makes a copy where there is one', async () => {
  const unitId = await aUnit()
  const id = await aCheckedList(unitId, [
    { name: 'Võ Thị Ba', year: 1980, phone: '0911111111' },
    { name: 'Võ Thị Ba', year: 1980, phone: '0911111111' },
    { name: 'Võ Thị Ba', year: 1980, phone: '0911111111' },
    { name: 'Võ Thị Tư', year: 1980, phone: '0922222222' },
  ])
  const copies = async () => (await rowsAt(id)).map(({ understood }) => understood.duplicateOf)
  expect(await copies()).toEqual([null, 2, 2, null])
  expect(await mend(id, 2, { fullName: 'Võ Thị Bốn' })).toEqual({ verdict: 'new' })
  expect(await copies()).toEqual([null, null, 3, null])
  expect(await verdicts(id)).toEqual([['new'], ['new'], ['refused', 'duplicate-row'], ['new']])
  expect(await mend(id, 5, { fullName: 'Võ Thị Bốn', phone: '0911 111 111' })).toEqual({ verdict: 'refused' })
  expect(await copies()).toEqual([null, null, 3, 2])
  expect((await batchAt(id)).counts.verdicts).toEqual({ new: 2, matched: 0, conflict: 0, refused: 2 })
})

test('an identity number is mended without being shown, compared with the birth, and kept sealed', async () => {
  const unitId = await aUnit()
  const id = await aCheckedList(unitId, [
    { name: 'Hồ Thị Lan', year: 1990, number: '08219000012' },
    { name: 'Hồ Thị Lan', year: 1990, number: lan },
  ])
  expect((await rowsAt(id)).map(({ identity }) => identity !== null)).toEqual([false, true])
  const before = (await rowsAt(id))[1]?.identity
  done(await mend(id, 3, { birth: '1991', personalId: '' }))
  const [, second] = await rowsAt(id)
  expect(second?.identity).toEqual(before)
  expect(second?.understood).toMatchObject({ doubts: { personalId: { raw: '', doubts: ['id-birth-mismatch'] } } })
  expect(second?.understood.person.problems).toContain('id-birth-mismatch')
  done(await mend(id, 3, { birth: '1990' }))
  expect((await rowsAt(id))[1]?.understood.doubts.personalId).toBeUndefined()

  expect(await mend(id, 2, { personalId: lan })).toEqual({ verdict: 'new' })
  expect(await verdicts(id)).toEqual([['new'], ['refused', 'duplicate-row']])
  const [first] = await rowsAt(id)
  expect(first?.identity?.hash).toBe(before?.hash)
  expect(first?.understood.mended).toEqual({ personalId: '' })
  expect(JSON.stringify(first?.understood)).not.toContain('000123')
})
