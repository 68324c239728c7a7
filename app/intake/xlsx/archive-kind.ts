import type { RefusalCode } from '#app/intake/reading/refusal.ts'

/** What a zip container holds, by the names in it: a workbook we read, or why not. */
export function archiveKind(names: readonly string[]): 'workbook' | RefusalCode {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/(^|\/)vbaproject\.bin$|(^|\/)macrosheets\//)) return 'macros'
  if (has(/^xl\/workbook\.xml$/)) return 'workbook'
  if (has(/^xl\/workbook\.bin$/)) return 'other-spreadsheet'
  if (has(/^word\//)) return 'word'
  if (has(/^ppt\//)) return 'slides'
  if (has(/^content\.xml$/) && has(/^mimetype$/)) return 'other-spreadsheet'
  // A strict or unusual producer may put the workbook elsewhere: then its relations tell.
  return has(/^\[content_types\]\.xml$/) && has(/workbook[^/]*\.xml$/) ? 'workbook' : 'archive'
}
