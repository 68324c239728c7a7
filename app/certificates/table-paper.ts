/** A table to be printed, A4 across: what stands above it, its columns, and its rows as text. */
export type TablePaper = {
  title: string
  /** Lines under the title. */
  about: string[]
  /** `share` of the width, of all shares together; `isNumber` stands to the right. */
  columns: Array<{ heading: string; share: number; isNumber?: boolean }>
  rows: string[][]
  /** Lines under the table. */
  foot: string[]
  /** The day it was made, as the file tells it. */
  madeOn: string
  /** Before the number of the page: "Trang 1/2". */
  pageWord: string
}
