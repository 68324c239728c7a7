import type { ExportCell, ExportTable } from '#app/intake/export/export-table.ts'
import { isRunnable } from '#app/intake/export/safe-cell.ts'

/** Places in `cellXfs` of `workbookParts`. */
const style = { text: 1, heading: 2, runnable: 3 } as const

const longest = 32_767

/** The sheet, row by row: headings that stay in sight, texts as texts, numbers as numbers. */
export async function* sheetXml({ columns, rows }: ExportTable): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width = 20 }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  )
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData>` +
    rowXml(
      1,
      columns.map(({ heading }, at) => textXml(columnName(at), 1, heading, style.heading)),
    )
  let number = 1
  for await (const row of rows) {
    number++
    yield rowXml(
      number,
      columns.map((_, at) => cellXml(columnName(at), number, row[at] ?? null)),
    )
  }
  const range = `A1:${columnName(Math.max(columns.length - 1, 0))}${number}`
  // Otherwise Excel marks each phone number with a green corner.
  yield `</sheetData><ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
}

function rowXml(number: number, cells: string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`
}

function cellXml(column: string, row: number, cell: ExportCell): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return textXml(column, row, cell, isRunnable(cell) ? style.runnable : style.text)
  return Number.isFinite(cell) ? `<c r="${column}${row}"><v>${cell}</v></c>` : ''
}

function textXml(column: string, row: number, text: string, s: number): string {
  return `<c r="${column}${row}" s="${s}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text.slice(0, longest))}</t></is></c>`
}

/** The 28th column is AB. */
function columnName(at: number): string {
  return (at >= 26 ? columnName(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

/** What XML cannot hold is left out; what Excel would read as a code (_x0041_) is kept apart. */
export function xmlText(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;')
}
