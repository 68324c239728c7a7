import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { type Batch, type ReadJob, readTable, type Told } from '#app/intake/reading/read-table.server.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

/** A file in a folder of its own. */
export async function aFile(content: string | Uint8Array, name = 'danh-sach.csv'): Promise<string> {
  const path = join(temporaryFolder('list'), name)
  await writeFile(path, content)
  return path
}

/** A zip container of these parts. */
export async function aZip(parts: Record<string, string | Buffer>, name = 'danh-sach.xlsx'): Promise<string> {
  const path = await aFile('', name)
  const zip = new ZipFile()
  for (const [part, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), part)
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Sheet = { name?: string; state?: string; xml: string }

/** The parts of a workbook with these sheets; `more` replaces parts or adds to them. */
export function workbookOf(sheets: Sheet[], more: Record<string, string> = {}): Record<string, string> {
  const each = sheets.map((sheet, at) => ({ ...sheet, id: at + 1 }))
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${xml}<workbook xmlns:r="${relationships}"><workbookPr/><sheets>${each
      .map(
        ({ name, state, id }) =>
          `<sheet name="${name ?? `S${id}`}" state="${state ?? 'visible'}" sheetId="${id}" r:id="rId${id}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships>${each
      .map(
        ({ id }) =>
          `<Relationship Id="rId${id}" Type="${relationships}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
      )
      .join('')}<Relationship Id="s" Type="${relationships}/styles" Target="styles.xml"/></Relationships>`,
    ...Object.fromEntries(each.map((sheet) => [`xl/worksheets/sheet${sheet.id}.xml`, sheet.xml])),
    ...more,
  }
}

/** A sheet of rows of texts (`null`: no cell) with merged cells ("A1:C1"). A cell given as `<c …` is taken as it is. */
export function sheetOf(rows: Array<Array<string | null>>, merges: string[] = []): string {
  const lines = rows.map((cells, row) => {
    const each = cells.map((cell, at) =>
      cell === null ? '' : cellOf(cell, `${String.fromCharCode(65 + at)}${row + 1}`),
    )
    return `<row r="${row + 1}">${each.join('')}</row>`
  })
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  return `${xml}<worksheet><sheetData>${lines.join('')}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`
}

function cellOf(cell: string, reference: string): string {
  if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${reference}"`)
  const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
}

/** Everything a reading tells, put together. */
export async function readAll(path: string, wishes: Partial<ReadJob> = {}) {
  const told: Told[] = []
  const found: Batch = { people: [], passed: [] }
  for await (const one of readTable({ path, latestYear: 2026, ...wishes })) {
    told.push(one)
    if (one.kind !== 'batch') continue
    found.people.push(...one.batch.people)
    found.passed.push(...one.batch.passed)
  }
  const [plan] = told.flatMap((one) => (one.kind === 'plan' ? [one] : []))
  const [refusal = null] = told.flatMap((one) => (one.kind === 'refused' ? [one.refusal] : []))
  return { ...found, plan, refusal }
}

/** People of rows given as texts, by way of a workbook. */
export async function peopleInSheet(
  rows: Array<Array<string | null>>,
  merges: string[] = [],
  wishes: Partial<ReadJob> = {},
) {
  return readAll(await aZip(workbookOf([{ xml: sheetOf(rows, merges) }])), wishes)
}
