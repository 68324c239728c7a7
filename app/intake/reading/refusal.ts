/** Why a file cannot be read as a list of people. Each has its words in `i18n`: what happened, and what to do now. */
export const refusalCodes = [
  'missing',
  'empty',
  'too-large',
  'old-excel',
  'other-spreadsheet',
  'macros',
  'encrypted',
  'pdf',
  'word',
  'slides',
  'picture',
  'web-page',
  'archive',
  'not-a-list',
  'bomb',
  'broken',
  'unsafe-xml',
  'quote-open',
  'line-too-long',
  'no-people',
  'no-sheet',
  'too-many-rows',
  'too-slow',
  'too-heavy',
  'cancelled',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export type Refusal = {
  code: RefusalCode
  /** The row where reading ended, where one is to blame. */
  row?: number
}

/** Thrown where a file is taken apart, since streams know no other way out; the door of reading turns it into a value. */
export class RefusedFile extends Error {
  readonly refusal: Refusal

  constructor(code: RefusalCode, row?: number, cause?: unknown) {
    super(row === undefined ? code : `${code} at row ${row}`, { cause })
    this.refusal = row === undefined ? { code } : { code, row }
  }
}
