/** A text that a spreadsheet would run as a formula, with what stands before it that spreadsheets overlook. */
const formula = /^[\s\u00a0\u200b\ufeff]*[=+\-@\t\r]|^[\t\r]/

/** A text of digits that would become a number and lose its first zero or its last digits. */
const digits = /^(?:0\d+|\d{12,})$/

/** Whether a spreadsheet would take the text for a formula. */
export function isRunnable(text: string): boolean {
  return formula.test(text)
}

/**
 * For CSV, which knows no types: an apostrophe before what would be run or reckoned, as OWASP advises. Our own reader
 * takes it off again.
 */
export function safeText(text: string): string {
  return isRunnable(text) || digits.test(text) ? `'${text}` : text
}
