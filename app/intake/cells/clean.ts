const invisible = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/g

export type Cleaned = { text: string; hadInvisible: boolean }

/**
 * NFC, single spaces, no invisible characters. Sharp edge: only after legacy letters are decoded, for in TCVN3 the soft
 * hyphen is ư, and in doubly encoded text controls and no-break spaces are halves of letters. The apostrophe that keeps
 * a number or a formula a text is taken off.
 */
export function clean(text: string): Cleaned {
  // Most cells are plain already, and cleaning is what reading a list spends most of its time on.
  if (/^[A-Za-z0-9](?:[\x21-\x7e]| (?! ))*$/.test(text) && !text.endsWith(' ')) return { text, hadInvisible: false }
  const visible = text.replace(invisible, '').replace(controls, '')
  const tidy = visible.normalize('NFC').replace(/\s+/gu, ' ').trim()
  return { text: tidy.replace(/^['’](?=[=+\-@\d])/, ''), hadInvisible: visible.length < text.length }
}

/** A dash, dots or crosses where nothing is known. */
export function isPlaceholder(text: string): boolean {
  return /^(?:[-–—_.…/\\x*?]+|n\/a|null|không(?: có)?|chưa(?: có)?)$/iu.test(text)
}

/** A cell that a spreadsheet would take for a formula. The text is kept; it is made safe on export. */
export function isFormulaLike(text: string): boolean {
  return /^[=+\-@][^\s]/.test(text) && text.length > 1
}
