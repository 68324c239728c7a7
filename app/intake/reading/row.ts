/** One cell as the file has it: the text a reader would see, and what the file tells besides. */
export type RawCell = {
  text: string
  /** A number as Excel keeps it; dates are numbers of days with `isDate`. */
  number?: number
  isDate?: boolean
  /** The cell holds a formula; the text is its last result. */
  isFormula?: boolean
  font?: string
  /** The value of a merged cell that begins in a row above. */
  isFilled?: boolean
}

/** One row: cells by column, the first is 0; a cell that is not there is undefined. */
export type RawRow = {
  /** As the program that made the file numbers it, the first is 1. */
  number: number
  isHidden?: boolean
  cells: Array<RawCell | undefined>
  /** Columns that one cell covers, from its first to its last: merged cells within this row. */
  spans?: Array<[from: number, to: number]>
}

export function textAt(row: RawRow, column: number): string {
  return row.cells[column]?.text ?? ''
}
