import type { RawRow } from '#app/intake/reading/row.ts'

/** What a file is, as far as the page of "what we understood" tells it. */
export type Source = {
  format: 'xlsx' | 'text'
  /** Of a text file: how its bytes became letters, and what divides its columns. */
  encoding?: string
  separator?: string
  /** Of a workbook: the sheet that is read, and all visible ones. */
  sheet?: string
  sheets?: string[]
}

/** An opened table: its rows come one by one, empty ones too. */
export type Table = {
  source: Source
  /** Of a legacy encoding: no cell is Unicode. */
  isLegacy: boolean
  rows: AsyncIterable<RawRow>
  /** How much has been read, 0 to 1. */
  progress(row: number): number
  close(): void
}
