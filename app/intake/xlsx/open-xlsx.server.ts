import { RefusedFile } from '#app/intake/reading/refusal.ts'
import type { RawRow } from '#app/intake/reading/row.ts'
import type { Table } from '#app/intake/reading/table.ts'
import { type Archive, openArchive } from '#app/intake/xlsx/archive.server.ts'
import { archiveKind } from '#app/intake/xlsx/archive-kind.ts'
import { withMerges } from '#app/intake/xlsx/merged-rows.ts'
import { outlineOf } from '#app/intake/xlsx/merges.server.ts'
import { type Lookup, sheetRows } from '#app/intake/xlsx/sheet-rows.server.ts'
import { readStrings } from '#app/intake/xlsx/strings.server.ts'
import { readStyles } from '#app/intake/xlsx/styles.server.ts'
import { readWorkbook, type SheetPlace } from '#app/intake/xlsx/workbook.server.ts'

/**
 * Opens a workbook at one of its visible sheets.
 * @param wanted the sheet's name; without it the first that looks like a list of people, as `isList` finds by its first rows
 */
export async function openXlsx(path: string, wanted?: string, isList?: IsList): Promise<Table> {
  const archive = await openArchive(path)
  try {
    const kind = archiveKind(archive.names)
    if (kind !== 'workbook') throw new RefusedFile(kind)
    const { sheets, isFrom1904, stringsPath, stylesPath } = await readWorkbook(archive)
    const lookup = {
      strings: await readStrings(archive, stringsPath),
      styles: await readStyles(archive, stylesPath),
      isFrom1904,
    }
    const visible = sheets.filter(({ isHidden }) => !isHidden)
    const sheet = await sheetToRead(archive, visible.length > 0 ? visible : sheets, lookup, wanted, isList)
    return tableOf(archive, sheet, visible, lookup)
  } catch (problem) {
    archive.close()
    throw problem
  }
}

export type IsList = (rows: AsyncIterable<RawRow>) => Promise<boolean>

async function sheetToRead(
  archive: Archive,
  sheets: SheetPlace[],
  lookup: Lookup,
  wanted?: string,
  isList?: IsList,
): Promise<SheetPlace> {
  const [first] = sheets
  if (!first) throw new RefusedFile('no-sheet')
  if (wanted !== undefined) return sheets.find(({ name }) => name === wanted) ?? first
  if (sheets.length === 1 || !isList) return first
  for (const sheet of sheets.slice(0, 30)) if (await isList(sheetRows(archive, sheet.path, lookup))) return sheet
  return first
}

async function tableOf(archive: Archive, sheet: SheetPlace, visible: SheetPlace[], lookup: Lookup): Promise<Table> {
  const { merges, rows } = await outlineOf(archive, sheet.path)
  return {
    source: { format: 'xlsx', sheet: sheet.name, sheets: visible.map(({ name }) => name) },
    isLegacy: false,
    rows: withMerges(sheetRows(archive, sheet.path, lookup), merges),
    progress: (row) => (rows ? Math.min(1, row / rows) : 0),
    close: () => archive.close(),
  }
}
