import type { RawCell, RawRow } from '#app/intake/reading/row.ts'
import { letteringOfFont } from '#app/intake/text/lettering-of-font.ts'
import { type Lettering, type Repaired, repair } from '#app/intake/text/repair.ts'

/** A cell with its letters as they were meant; `original` where the file has others. */
export type ClearCell = RawCell & { original?: string; lettering?: Lettering; isUnsure?: boolean }
export type ClearRow = Omit<RawRow, 'cells'> & { cells: Array<ClearCell | undefined> }

/**
 * Reads legacy letters cell by cell: by the cell's font, by the other cells of its row, by what the file mostly has.
 * @param sample the first rows, from which the last is learnt
 * @param isLegacy the file's bytes are no Unicode
 */
export function letterReader(sample: readonly RawRow[], isLegacy: boolean): (row: RawRow) => ClearRow {
  const usual: Lettering[] = isLegacy ? ['tcvn3', 'vni'] : ['unicode']
  const counts = new Map<Lettering, number>()
  for (const { cells } of sample)
    for (const cell of cells) {
      if (!cell || !isTelling(cell.text)) continue
      const { lettering, isSure } = readCell(cell, usual)
      if (isSure) counts.set(lettering, (counts.get(lettering) ?? 0) + 1)
    }
  const ofFile = [...counts].sort(([, a], [, b]) => b - a).map(([lettering]) => lettering)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const only = (counts.get(ofFile[0] ?? 'unicode') ?? 0) > all * 0.95 ? (ofFile[0] ?? null) : null
  const known = remembered((text, first) => repair(text, [...first, ...ofFile, ...usual]))

  return (row) => {
    if (!row.cells.some((cell) => cell && isTelling(cell.text))) return row
    const fonts = row.cells.map((cell) => letteringOfFont(cell?.font))
    const alone = row.cells.map((cell, at) =>
      cell && isTelling(cell.text) ? known(cell.text, fonts[at] ?? null) : null,
    )
    const ofRow = onlyOneOf(alone)
    const cells = row.cells.map((cell, at) => {
      const first = alone[at]
      if (!cell || !first) return cell
      const read = first.isSure || fonts[at] ? first : known(cell.text, ofRow)
      return cleared(cell, read, fonts[at] ?? ofRow ?? only)
    })
    return { ...row, cells }
  }
}

/** Latin-1 letters can be legacy letters; those beyond tell that a cell is none. */
function isTelling(text: string): boolean {
  return /[\u0080-\u1fff]/.test(text)
}

function readCell(cell: RawCell, usual: Lettering[]): Repaired {
  const font = letteringOfFont(cell.font)
  return repair(cell.text, font ? [font, ...usual] : usual)
}

/** A row whose cells are of several letterings tells nothing of the cell that could be either. */
function onlyOneOf(read: Array<Repaired | null>): Lettering | null {
  const found = new Set(read.flatMap((one) => (one?.isSure ? [one.lettering] : [])))
  const [lettering = null] = found
  return found.size === 1 ? lettering : null
}

/** What reads in two ways is no doubt where font or row tell which. */
function cleared(cell: RawCell, { text, lettering, isSure }: Repaired, told: Lettering | null): ClearCell {
  const unsure = isSure || told === lettering ? {} : { isUnsure: true }
  if (text === cell.text) return lettering === 'unicode' && isSure ? cell : { ...cell, lettering, ...unsure }
  return { ...cell, text, original: cell.text, lettering, ...unsure }
}

/** Units and positions stand in a list again and again. */
function remembered(read: (text: string, first: Lettering[]) => Repaired) {
  const kept = new Map<string, Repaired>()
  return (text: string, first: Lettering | null): Repaired => {
    const key = `${first ?? ''}|${text}`
    const known = kept.get(key)
    if (known) return known
    const found = read(text, first ? [first] : [])
    if (kept.size >= 5_000) kept.clear()
    kept.set(key, found)
    return found
  }
}
