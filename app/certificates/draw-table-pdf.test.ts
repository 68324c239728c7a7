import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { drawTablePdf } from '#app/certificates/draw-table-pdf.server.ts'
import { pdfThread } from '#app/certificates/pdf-thread.server.ts'
import type { TablePaper } from '#app/certificates/table-paper.ts'

const aTable = (changes: Partial<TablePaper> = {}): TablePaper => ({
  title: 'Quá trình đào tạo, bồi dưỡng',
  about: ['Nguyễn Thị Bé Ba'],
  columns: [
    { heading: 'Nội dung', share: 3 },
    { heading: 'Số tiết', share: 1, isNumber: true },
  ],
  rows: [['Kỹ năng số cơ bản', '10,5']],
  foot: ['Lập ngày 22/11/2026'],
  madeOn: '2026-11-22',
  pageWord: 'Trang',
  ...changes,
})

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
  const pages: string[] = []
  for (let at = 1; at <= pdf.numPages; at++) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '))
  }
  return pages
}

test('a table is real text in NFC, in the order it is read, and the same bytes again', async () => {
  const bytes = await drawTablePdf(aTable({ rows: [['Kỹ năng số cơ bản'.normalize('NFD'), '10,5']] }))

  const [page = ''] = await pagesOf(bytes)
  expect(page.replace(/ +/g, ' ').trim()).toBe(
    'Quá trình đào tạo, bồi dưỡng Nguyễn Thị Bé Ba Nội dung Số tiết Kỹ năng số cơ bản 10,5 Lập ngày 22/11/2026 Trang 1/1',
  )
  expect(Buffer.from(await drawTablePdf(aTable())).equals(Buffer.from(bytes))).toBe(true)
})

test('a long table goes on, under its headings again, and no row is lost', async () => {
  const rows = Array.from({ length: 90 }, (_, at) => [
    `Lớp số ${at} về ${'an toàn thông tin '.repeat(at % 9)}`,
    `${at}`,
  ])
  const pages = await pagesOf(await drawTablePdf(aTable({ rows })))

  expect(pages.length).toBeGreaterThan(2)
  for (const page of pages) expect(page).toContain('Nội dung')
  expect(pages.at(-1)).toContain(`Trang ${pages.length}/${pages.length}`)
  for (const [at] of rows.entries()) expect(pages.join(' ')).toContain(`Lớp số ${at} `)
})

test('a table is drawn by the thread that draws certificates', async () => {
  const { draw } = pdfThread({ limitMs: 10_000, startMs: 40_000, longest: 10 })

  expect(Buffer.from(await draw(aTable())).equals(await drawTablePdf(aTable()))).toBe(true)
})
