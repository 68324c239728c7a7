/** A list to be given away: headings, and rows that come one by one. Text stays text, "0579241223" too. */
export type ExportTable = {
  /** The name of the sheet. */
  title: string
  columns: ExportColumn[]
  rows: Iterable<ExportCell[]> | AsyncIterable<ExportCell[]>
}

/** `width` in letters, as spreadsheets count. */
export type ExportColumn = { heading: string; width?: number }

/** A number is something to reckon with; phone and personal numbers are text. */
export type ExportCell = string | number | null
