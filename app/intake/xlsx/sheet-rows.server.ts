import { limits } from '#app/intake/reading/limits.ts'
import type { RawCell, RawRow } from '#app/intake/reading/row.ts'
import type { Archive } from '#app/intake/xlsx/archive.server.ts'
import { columnIn } from '#app/intake/xlsx/merges.server.ts'
import { richTextHandler, type SharedStrings } from '#app/intake/xlsx/strings.server.ts'
import type { Style } from '#app/intake/xlsx/styles.server.ts'
import { isOn } from '#app/intake/xlsx/workbook.server.ts'
import { readXml, type XmlHandler } from '#app/intake/xlsx/xml.server.ts'

export type Lookup = { strings: SharedStrings; styles: readonly Style[]; isFrom1904: boolean }

/** The rows of a sheet as they come, empty ones too, as the file has them: merged cells are not yet understood. */
export async function* sheetRows(archive: Archive, path: string, lookup: Lookup): AsyncGenerator<RawRow> {
  const rows: RawRow[] = []
  const handler = rowHandler(lookup, (row) => rows.push(row))
  for await (const _ of readXml(archive.open(path, limits.unpackedSheetBytes), handler)) yield* rows.splice(0)
}

/** Hears one sheet. A cell's value is known when its tag closes: its kind stands in the tag, its text inside. */
function rowHandler(lookup: Lookup, isDone: (row: RawRow) => void): XmlHandler {
  let row: RawRow = { number: 0, cells: [] }
  let column = -1
  let cell = {
    kind: '',
    style: 0,
    value: '',
    isFormula: false,
    inline: undefined as { text: string; font?: string } | undefined,
  }
  let isValue = false
  const inline = richTextHandler('is', (found) => {
    cell.inline = found
  })
  return {
    open(name, attributes) {
      if (name === 'row') {
        row = { number: Number(attributes.r) || row.number + 1, cells: [] }
        if (isOn(attributes.hidden)) row.isHidden = true
        column = -1
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnIn(attributes.r)
        cell = {
          kind: attributes.t ?? 'n',
          style: Number(attributes.s ?? 0),
          value: '',
          isFormula: false,
          inline: undefined,
        }
      } else if (name === 'f') cell.isFormula = true
      else if (name === 'v') isValue = true
      else inline.open(name, attributes)
    },
    text(text) {
      if (isValue) {
        if (cell.value.length < limits.cellLength) cell.value += text
      } else inline.text(text)
    },
    close(name) {
      if (name === 'v') isValue = false
      else if (name === 'c') {
        if (column >= 0 && column < limits.columns) keep(row, column, cellOf(cell, lookup))
      } else if (name === 'row') isDone(row)
      else inline.close(name)
    },
  }
}

function keep(row: RawRow, column: number, cell: RawCell | undefined) {
  if (cell) row.cells[column] = cell
}

type Heard = {
  kind: string
  style: number
  value: string
  isFormula: boolean
  inline: { text: string; font?: string } | undefined
}

/** Undefined: an empty cell. A formula without a kept result is a cell without text, which is told. */
function cellOf({ kind, style, value, isFormula, inline }: Heard, lookup: Lookup): RawCell | undefined {
  const { font, isDate = false } = lookup.styles[style] ?? {}
  const formula = isFormula ? { isFormula: true } : {}
  if (kind === 's') {
    const index = Number(value)
    return textCell(lookup.strings.at(index), lookup.strings.fontAt(index) ?? font, formula)
  }
  if (kind === 'inlineStr' || inline) return textCell(inline?.text ?? '', inline?.font ?? font, formula)
  if (value === '') return isFormula ? { text: '', ...formula } : undefined
  if (kind === 'n' || kind === '') return numberCell(value, isDate, lookup.isFrom1904, formula)
  if (kind === 'd') return { text: value, ...formula }
  if (kind === 'e') return { text: '', isFormula: true }
  if (kind === 'b') return { text: value === '1' ? '1' : '0', ...formula }
  return textCell(value, font, formula)
}

function textCell(text: string, font: string | undefined, formula: { isFormula?: boolean }): RawCell | undefined {
  if (text === '') return undefined
  return font === undefined ? { text, ...formula } : { text, font, ...formula }
}

/** Days are told as counted from 1900; a number keeps the digits of the file, for a float would lose some. */
function numberCell(value: string, isDate: boolean, isFrom1904: boolean, formula: { isFormula?: boolean }): RawCell {
  const number = Number(value)
  if (!Number.isFinite(number)) return { text: value, ...formula }
  const days = isFrom1904 && (isDate || isLikelyDay(number)) ? number + 1462 : number
  if (isDate && days >= 1 && days < 80_000) return { text: dayText(days), number: days, isDate, ...formula }
  return { text: plainNumber(value, number), number: days, ...formula }
}

/** 1/7/1985, as the sheet shows it. */
function dayText(days: number): string {
  const moment = new Date(Date.UTC(1899, 11, days > 60 ? 30 : 31) + Math.floor(days) * 86_400_000)
  return `${moment.getUTCDate()}/${moment.getUTCMonth() + 1}/${moment.getUTCFullYear()}`
}

function isLikelyDay(number: number): boolean {
  return number > 2100 && number < 80_000
}

/** 9.99302029682E11 has all of its digits: 999302029682. 9.9919E+11 has not, and stays. */
function plainNumber(value: string, number: number): string {
  const digits = value
    .replace(/[eE].*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+/, '')
  if (!/[eE.]/.test(value) || !Number.isSafeInteger(number)) return value
  return /[eE]/.test(value) && digits.length < String(Math.abs(number)).length ? value : String(number)
}
