import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { messages } from '#app/i18n/messages.ts'
import { fileOf } from '#app/intake/batch-file.server.ts'
import { batchesOf } from '#app/intake/batches-of.server.ts'
import { checkBatch } from '#app/intake/check-batch.server.ts'
import { clearLists, listsKeptDays } from '#app/intake/clear-lists.server.ts'
import { csvLines } from '#app/intake/export/csv-lines.ts'
import { mapColumns } from '#app/intake/map-columns.server.ts'
import { reportOf } from '#app/intake/report-of.server.ts'
import { rowsOf } from '#app/intake/rows-of.server.ts'
import { uploadList } from '#app/intake/upload-list.server.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aCheckedList, aList, batchAt, everythingCounted, listOf, rowsAt, takeBack, takeIn } from '#tests/lists.ts'
import { aMembership, aUnit, done, manages } from '#tests/units.ts'
import { aFile } from '#tests/workbook.ts'

const monthMs = (listsKeptDays + 1) * 24 * 60 * 60_000

test('the dry run is a table for Excel, every row with its verdict and reason', async () => {
  const manager = await aPerson({ role: 'manager' })
  const unitId = await manages(manager)
  const known = await aPerson({ fullName: 'Lê Văn Tám' })
  await aMembership({ personId: known.id, unitId })
  const list = [
    { name: 'Lê Văn Tám', year: 1970 },
    { name: 'Tạ Thị Út', year: 1980, unit: 'Phòng Lạ' },
  ]
  const id = await aCheckedList(unitId, list, { who: manager })
  const table = await reportOf(manager, id, messages('vi').intake.report)
  let text = ''
  if (table) for await (const line of csvLines(table)) text += line
  expect(text.split('\r\n').slice(1, 3)).toEqual([
    '2;"Lê Văn Tám";"1970";;;;"Cần xem lại";"Có thể là một người đã có.";"Lê Văn Tám";""',
    '3;"Tạ Thị Út";"1980";;"Phòng Lạ";;"Không nhận";"Không thấy đơn vị này ở dưới đơn vị của danh sách.";"";""',
  ])
  const undecided = await rowsOf(manager, id, { verdict: 'conflict', isUndecided: true })
  expect(undecided).toMatchObject([{ row: 2, candidates: [{ id: known.id, fullName: 'Lê Văn Tám' }] }])
  expect((await batchesOf(manager, unitId))?.map((batch) => batch.id)).toEqual([id])
  const stranger = await aPerson({ role: 'manager' })
  expect(await rowsOf(stranger, id)).toBeNull()
  expect(await reportOf(stranger, id, messages('en').intake.report)).toBeNull()
  expect(await batchesOf(stranger, unitId)).toBeNull()
})

test('columns can be said otherwise, and the list is read again', async () => {
  const unitId = await aUnit()
  const id = await aList(unitId, [{ name: 'Lê Văn Tám', year: 1970, position: 'Tổ trưởng' }])
  await workDue()
  expect((await rowsAt(id))[0]?.understood.person).toMatchObject({ position: 'Tổ trưởng', unit: null })
  done(await mapColumns('command-line', id, { choices: { 4: 'unit' } }))
  await workDue()
  expect((await rowsAt(id))[0]?.understood.person).toMatchObject({ position: null, unit: 'Tổ trưởng' })
  expect(await mapColumns(await aPerson(), id, { choices: {} })).toBeNull()
})

test('a list is readable by its owner alone, and gone after a month; what came by it can still be undone', async () => {
  const unitId = await aUnit()
  const before = await everythingCounted()
  const id = await aCheckedList(unitId, [{ name: 'Cao Văn Cũ', year: 1970 }])
  const idle = await aCheckedList(unitId, [{ name: 'Cao Văn Quên', year: 1970 }])
  expect((await stat(fileOf(id))).mode & 0o777).toBe(0o600)
  await takeIn(id)
  await clearLists()
  expect(existsSync(fileOf(id))).toBe(true)
  await clearLists(new Date(Date.now() + monthMs))
  expect([existsSync(fileOf(id)), existsSync(fileOf(idle))]).toEqual([false, false])
  expect(JSON.stringify(await rowsAt(id))).not.toContain('Cao Văn Cũ')
  expect(await rowsAt(idle)).toEqual([])
  expect((await batchAt(idle)).state).toBe('cancelled')
  await takeBack(id)
  expect(await everythingCounted()).toEqual(before)
})

test('to send a list twice, even at once, is to send it once, until something of it was taken in', async () => {
  const unitId = await aUnit()
  const path = await aFile(listOf([{ name: 'Mai Văn Kép', year: 1970 }]))
  const send = (more = {}) => uploadList('command-line', { unitId, path, fileName: 'a.csv', ...more })
  const [one, other] = [done(await send()), done(await send())]
  expect([one.again, other]).toEqual([null, { id: one.id, again: one.id }])
  const both = await Promise.all([send({ fromDay: '2026-01-05' }), send({ fromDay: '2026-01-05' })])
  expect(new Set(both.map((sent) => done(sent).id)).size).toBe(1)
  expect(await batchesOf('command-line', unitId)).toHaveLength(2)
  await workDue()
  done(await checkBatch('command-line', one.id))
  await workDue()
  await takeIn(one.id)
  const later = done(await send())
  expect(later.id).not.toBe(one.id)
})
