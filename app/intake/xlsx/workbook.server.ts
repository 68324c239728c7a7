import { limits } from '#app/intake/reading/limits.ts'
import { RefusedFile } from '#app/intake/reading/refusal.ts'
import type { Archive } from '#app/intake/xlsx/archive.server.ts'
import { type Attributes, readWholeXml } from '#app/intake/xlsx/xml.server.ts'

export type SheetPlace = { name: string; path: string; isHidden: boolean }

export type Workbook = {
  sheets: SheetPlace[]
  /** Days are counted from 1904, as old Excel for Mac did. */
  isFrom1904: boolean
  stringsPath: string | null
  stylesPath: string | null
}

const partBytes = limits.unpackedTableBytes / 10

/** What the workbook says of itself: its sheets in their order, and where its parts are. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const path = (await targetsOf(archive, '', '_rels/.rels')).find(({ type }) => type === 'officeDocument')?.path
  const workbookPath = path && archive.has(path) ? path : 'xl/workbook.xml'
  const folder = workbookPath.replace(/[^/]*$/, '')
  const relations = `${folder}_rels/${workbookPath.slice(folder.length)}.rels`
  const targets = await targetsOf(archive, folder, relations)
  const found: Array<{ name: string; id: string; isHidden: boolean }> = []
  let isFrom1904 = false
  await readWholeXml(archive.open(workbookPath, partBytes), {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = isOn(attributes.date1904)
      if (name === 'sheet') found.push(sheetIn(attributes))
    },
  })
  const sheets = found.flatMap(({ id, ...sheet }) => {
    const target = targets.find((one) => one.id === id && one.type === 'worksheet')
    return target && archive.has(target.path) ? [{ ...sheet, path: target.path }] : []
  })
  if (sheets.length === 0) throw new RefusedFile('no-sheet')
  const part = (type: string) => targets.find((one) => one.type === type && archive.has(one.path))?.path ?? null
  return { sheets, isFrom1904, stringsPath: part('sharedStrings'), stylesPath: part('styles') }
}

type Target = { id: string; type: string; path: string }

async function targetsOf(archive: Archive, folder: string, path: string): Promise<Target[]> {
  if (!archive.has(path)) return []
  const targets: Target[] = []
  await readWholeXml(archive.open(path, partBytes), {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name === 'Relationship')
        targets.push({ id: Id, type: Type.replace(/^.*\//, ''), path: resolved(folder, Target) })
    },
  })
  return targets
}

/** "worksheets/sheet1.xml" beside the workbook, "/xl/worksheets/sheet1.xml" from the top, "../xl/…" upwards. */
function resolved(folder: string, target: string): string {
  return new URL(target, `zip:///${folder}`).pathname.slice(1)
}

function sheetIn(attributes: Attributes) {
  const id = Object.entries(attributes).find(([name]) => /(^|:)id$/.test(name))?.[1] ?? ''
  return { name: attributes.name ?? '', id, isHidden: /hidden/i.test(attributes.state ?? '') }
}

export function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
