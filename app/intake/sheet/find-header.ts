import type { Field } from '#app/intake/reading/field.ts'
import { type RawRow, textAt } from '#app/intake/reading/row.ts'
import { fieldOf, plainHeading } from '#app/intake/sheet/header-words.ts'

/** What stands above a column; `isShared`: the heading is that of the column before, over both of them. */
export type Label = { upper: string; lower: string; isShared: boolean }

export type Header = {
  /** Numbers of the rows that make it, in the file. */
  rows: number[]
  labels: Label[]
}

const deepest = 60

/** The row that names most fields, with the row below when it divides it further. Null: no such row near the top. */
export function findHeader(rows: readonly RawRow[]): Header | null {
  const scored = rows.slice(0, deepest).map((row, at) => ({ at, score: scoreOf(row) }))
  const best = scored.reduce((found, one) => (one.score > found.score ? one : found), { at: -1, score: 1 })
  const top = rows[best.at]
  if (!top) return null
  const [upper, below] = [rows[best.at - 1], rows[best.at + 1]]
  if (upper && isGroupAbove(upper, top)) return joined(upper, top)
  return below && isDivision(below, top) ? joined(top, below) : joined(top)
}

/** Fields named at most once each. A name is what makes a list of people, so it counts twice. */
function scoreOf(row: RawRow): number {
  const found = new Set(row.cells.map((cell) => (cell ? fieldOf(cell.text) : null)))
  found.delete(null)
  found.delete('other')
  const hasName = found.has('fullName') || (found.has('familyName') && found.has('givenName'))
  // One cell that holds a title ("Danh sách cán bộ theo đơn vị") is no header.
  return filled(row) < 2 ? 0 : found.size + (hasName ? 2 : 0)
}

/** Its first row has parts of the second below it, as "Năm sinh" has "Nam" and "Nữ". */
function isDivision(below: RawRow, top: RawRow): boolean {
  const texts = below.cells.flatMap((cell) => (cell && cell.text.trim() !== '' ? [cell.text] : []))
  if (texts.length < 2 || isSame(below, top) || !texts.some(isPart)) return false
  return texts.every((text) => (isPart(text) || fieldOf(text) !== null) && !/\d{3}/.test(text))
}

function isPart(text: string): boolean {
  return /^(nam|nu|ngay|thang|ho|ten|ho dem|ten dem|ngay sinh|so|noi cap|ngay cap|chinh quyen|dang|chinh thuc)$/.test(
    plainHeading(text),
  )
}

/** The row above names a field that the best row only divides: a group over columns. */
function isGroupAbove(upper: RawRow, top: RawRow): boolean {
  if (isSame(upper, top)) return false
  const own = new Set(top.cells.map((cell) => fieldOf(cell?.text ?? '')))
  return filled(upper) >= 2 && upper.cells.some((cell) => cell && isNew(fieldOf(cell.text), own))
}

function isNew(field: Field | 'other' | null, own: Set<Field | 'other' | null>): boolean {
  return field !== null && field !== 'other' && !own.has(field)
}

function isSame(a: RawRow, b: RawRow): boolean {
  const length = Math.max(a.cells.length, b.cells.length)
  return Array.from({ length }, (_, column) => column).every(
    (column) => plainHeading(textAt(a, column)) === plainHeading(textAt(b, column)),
  )
}

function joined(...rows: [RawRow, ...RawRow[]]): Header {
  const [top, below] = rows
  const length = Math.max(...rows.map(({ cells }) => cells.length))
  const labels = Array.from({ length }, (_, column) => {
    const origin = originOf(top, column)
    const upper = textAt(top, origin).trim()
    const lower = below ? textAt(below, column).trim() : ''
    return plainHeading(upper) === plainHeading(lower)
      ? { upper, lower: '', isShared: false }
      : { upper, lower, isShared: origin !== column && lower === '' }
  })
  return { rows: rows.map(({ number }) => number), labels }
}

/** A merged cell stands over all of its columns. */
function originOf(row: RawRow, column: number): number {
  return row.spans?.find(([from, to]) => from <= column && column <= to)?.[0] ?? column
}

function filled(row: RawRow): number {
  return row.cells.filter((cell) => cell && cell.text.trim() !== '').length
}
