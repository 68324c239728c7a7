import type { Verdict, VerdictReason } from '#app/intake/batch.ts'
import type { ExportCell, ExportTable } from '#app/intake/export/export-table.ts'
import { type Mendable, mendable } from '#app/intake/kept-row.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { pageOf, type TellingRow } from '#app/intake/rows-of.server.ts'
import type { Authority } from '#app/people/person.ts'

/** What a report says, in the language of its reader. */
export type ReportWords = {
  title: string
  headings: Record<
    'row' | 'name' | 'birth' | 'phone' | 'unit' | 'position' | 'verdict' | 'reasons' | 'known' | 'mended',
    string
  >
  verdicts: Record<Verdict, string>
  reasons: Record<VerdictReason, string>
  /** Cells that may be mended, and what the file has for one that was. */
  cells: Record<Mendable, string>
  mended: (cell: string, before: string) => string
}

const aPage = 500

/** The dry run as a table to be given away (`export/`), every row with its verdict. Null: not there, or not this actor's. */
export async function reportOf(
  who: Authority,
  batchId: string,
  words: ReportWords,
  now = new Date(),
): Promise<ExportTable | null> {
  if (!(await ownBatch(who, batchId, now))) return null
  const { row, name, birth, phone, unit, position, verdict, reasons, known, mended } = words.headings
  const headings = [row, name, birth, phone, unit, position, verdict, reasons, known, mended]
  const columns = headings.map((heading, at) => ({ heading, width: widths[at] }))
  return { title: words.title, columns, rows: cellsOf(batchId, words) }
}

const widths = [7, 28, 12, 14, 30, 24, 14, 40, 24, 40]

async function* cellsOf(batchId: string, words: ReportWords): AsyncGenerator<ExportCell[]> {
  for (let after = 0; ; ) {
    const rows = await pageOf(batchId, { after, limit: aPage })
    for (const row of rows) yield cells(row, words)
    const last = rows.at(-1)
    if (!last || rows.length < aPage) return
    after = last.row
  }
}

function cells(
  { row, understood: { person, mended = {} }, verdict, reasons, candidates }: TellingRow,
  words: ReportWords,
) {
  const { day, month, year } = person.birth ?? {}
  return [
    row,
    person.fullName,
    [day, month, year].filter((part) => part !== undefined).join('/'),
    person.phone,
    person.unit,
    person.position,
    verdict === null ? '' : words.verdicts[verdict],
    (reasons ?? []).map((reason) => words.reasons[reason]).join('; '),
    candidates.map(({ fullName, birthYear }) => `${fullName}${birthYear === null ? '' : ` (${birthYear})`}`).join('; '),
    mendable
      .flatMap((cell) => (mended[cell] === undefined ? [] : words.mended(words.cells[cell], mended[cell])))
      .join('; '),
  ]
}
