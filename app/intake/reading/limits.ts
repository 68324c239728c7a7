const megabyte = 1024 * 1024

/** What one file may cost. A list of 50,000 people is some 5 MB as XLSX and 10 MB as CSV. */
export const limits = {
  fileBytes: 50 * megabyte,
  /** People and other filled rows. */
  rows: 100_000,
  /** After so many empty rows nothing more is expected: sheets formatted to their last row go on for a million. */
  emptyRows: 2_000,
  columns: 200,
  /** Excel allows 32,767 characters in a cell; nobody's name needs them. */
  cellLength: 4_000,
  /** One line of a text file, or one piece of text in a sheet. */
  lineLength: 1 * megabyte,
  zipEntries: 5_000,
  /** Unpacked: what is kept in memory, and what flows through. */
  unpackedTableBytes: 150 * megabyte,
  unpackedSheetBytes: 1_000 * megabyte,
  /** Merged cells are written after the rows, so the sheet is looked through once before; not when it is as large as this. */
  mergeScanBytes: 200 * megabyte,
  merges: 50_000,
  /** Rows that are no person, told one by one; of more only the count. */
  passedTold: 20_000,
} as const
