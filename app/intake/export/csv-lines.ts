import type { ExportCell, ExportTable } from '#app/intake/export/export-table.ts'
import { safeText } from '#app/intake/export/safe-cell.ts'

/**
 * A table as CSV for Excel: UTF-8 with its mark, semicolons (a comma is the decimal sign here, and stands in units'
 * names), CRLF, every text in quotes. Encode as UTF-8.
 */
export async function* csvLines({ columns, rows }: ExportTable): AsyncGenerator<string> {
  yield `\ufeff${line(columns.map(({ heading }) => heading))}`
  for await (const row of rows) yield line(columns.map((_, at) => row[at] ?? null))
}

function line(cells: ExportCell[]): string {
  return `${cells.map(cellText).join(';')}\r\n`
}

function cellText(cell: ExportCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell).replace('.', ',') : ''
  return `"${safeText(cell.replace(/\0/g, '')).replaceAll('"', '""')}"`
}
