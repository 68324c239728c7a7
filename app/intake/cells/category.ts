import { fold } from '#app/i18n/fold.ts'

/** Cán bộ, công chức, viên chức, người lao động, người dân. */
export type Category = 'official' | 'civil-servant' | 'public-employee' | 'worker' | 'citizen'

const words: ReadonlyArray<[RegExp, Category]> = [
  [/\bcong chuc\b|^cc$/, 'civil-servant'],
  [/\bvien chuc\b|^vc$/, 'public-employee'],
  [/\bcan bo\b|^cb$/, 'official'],
  [/\b(nguoi lao dong|cong nhan|lao dong|hop dong)\b|^(nld|cn|ld)$/, 'worker'],
  [/\b(nguoi dan|cong dan|nhan dan|hoc vien|dan)\b|^nd$/, 'citizen'],
]

/** Null: not one of them, or more than one ("cán bộ, công chức, viên chức"). */
export function readCategory(text: string): Category | null {
  const folded = fold(text).trim()
  const found = words.filter(([pattern]) => pattern.test(folded))
  return found.length === 1 ? (found[0]?.[1] ?? null) : null
}
