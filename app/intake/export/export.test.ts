import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLines } from '#app/intake/export/csv-lines.ts'
import type { ExportCell, ExportTable } from '#app/intake/export/export-table.ts'
import { safeText } from '#app/intake/export/safe-cell.ts'
import { xlsxBytes } from '#app/intake/export/xlsx-bytes.server.ts'
import { openTable } from '#app/intake/reading/open-table.server.ts'
import { aVietnameseText } from '#tests/vietnamese.ts'
import { aFile, readAll } from '#tests/workbook.ts'

const columns = ['STT', 'Họ và tên', 'Năm sinh', 'Số CCCD', 'Điện thoại', 'Đơn vị'].map((heading) => ({ heading }))
const rows: ExportCell[][] = [
  [1, 'Nguyễn Thị Bé Ba', '1990', '099190001234', '0571234567', 'Ấp 3, xã Tân Thới'],
  [2, '=HYPERLINK("http://example.invalid";"Lê Thị Na")', '1965', null, null, '@SUM(A1:A9)'],
  [3, 'Tạ Thị Út', '1970', null, '0572222222', 'Phòng "Một cửa" <b>&amp; _x0041_'],
]
const table = (some: ExportCell[][] = rows): ExportTable => ({ title: "Danh sách: 'học viên'", columns, rows: some })

async function asXlsx(some: ExportTable) {
  const pieces: Uint8Array[] = []
  for await (const piece of xlsxBytes(some)) pieces.push(piece)
  return aFile(Buffer.concat(pieces), 'danh-sach.xlsx')
}

async function asCsv(some: ExportTable) {
  let text = ''
  for await (const line of csvLines(some)) text += line
  return text
}

test('what was exported is read back the same, zeros and formulas as texts', async () => {
  for (const path of [await asXlsx(table()), await aFile(await asCsv(table()))]) {
    const { people } = await readAll(path)
    expect(people.map(({ person }) => [person.fullName, person.personalId, person.phone, person.unit])).toEqual([
      ['Nguyễn Thị Bé Ba', '099190001234', '+84571234567', 'Ấp 3, xã Tân Thới'],
      [rows[1]?.[1], null, null, '@SUM(A1:A9)'],
      ['Tạ Thị Út', null, '+84572222222', 'Phòng "Một cửa" <b>&amp; _x0041_'],
    ])
    expect(people.map(({ person }) => person.problems)).toEqual([[], ['formula-like'], []])
  }
})

test('CSV opens in Excel as Vietnamese, in columns, and nothing in it runs', async () => {
  const text = await asCsv(table())
  expect(text.startsWith('\ufeff"STT";"Họ và tên"')).toBe(true)
  expect(text.split('\r\n')[1]).toBe(`1;"Nguyễn Thị Bé Ba";"1990";"'099190001234";"'0571234567";"Ấp 3, xã Tân Thới"`)
  expect(text).toContain(`"'=HYPERLINK(""http://example.invalid"";""Lê Thị Na"")"`)
  expect(text).toContain(`"'@SUM(A1:A9)"`)
})

test('no cell of a CSV begins with what a spreadsheet would run', async () => {
  const start = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '\n', ' =', '\u00a0=', '\ufeff=')
  await fc.assert(
    fc.asyncProperty(start, fc.string({ unit: 'binary', maxLength: 20 }), async (before, rest) => {
      expect(safeText(before + rest)).not.toMatch(/^[\s\u00a0\ufeff]*[=+\-@]|^[\t\r]/)
    }),
  )
})

test('a workbook keeps every text letter by letter', async () => {
  const texts = fc.array(fc.oneof(aVietnameseText, fc.string({ minLength: 1, maxLength: 30 })), {
    minLength: 1,
    maxLength: 6,
  })
  await fc.assert(
    fc.asyncProperty(texts, async (some) => {
      const read = await openTable(await asXlsx({ title: 'A', columns, rows: [some] }))
      const found: Array<string | undefined> = []
      for await (const row of read.rows)
        if (row.number === 2) found.push(...Array.from(row.cells, (cell) => cell?.text))
      read.close()
      expect(found).toEqual(some)
    }),
    { numRuns: 40 },
  )
})

test('the same list gives the same bytes, and an empty one only its headings', async () => {
  const bytes = async () => {
    let all = ''
    for await (const piece of xlsxBytes(table([]))) all += Buffer.from(piece).toString('hex')
    return all
  }
  expect(await bytes()).toBe(await bytes())
})

test('a list that breaks off while it is written throws where its bytes are taken', async () => {
  async function* broken(): AsyncGenerator<ExportCell[]> {
    yield [1, 'Nguyễn Thị Bé Ba']
    throw new Error('the link to the database broke')
  }
  const taken = async () => {
    for await (const piece of xlsxBytes({ title: 'A', columns, rows: broken() })) void piece
  }
  await expect(taken()).rejects.toThrow('the link to the database broke')
})
