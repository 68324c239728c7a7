import type { Lettering } from '#app/intake/text/repair.ts'

/** What a cell's font tells: .VnTime and its like are TCVN3, VNI-Times and its like VNI. Null: it tells nothing. */
export function letteringOfFont(font: string | undefined): Lettering | null {
  if (font === undefined) return null
  if (/^\.?Vn[A-Z3]/.test(font)) return 'tcvn3'
  return /^VNI[\s-]/i.test(font) ? 'vni' : null
}

/** .VnTimeH, .VnArialH: a font that draws small letters as capitals. */
export function isFontOfCapitals(font: string | undefined): boolean {
  return font !== undefined && /^\.?Vn\w*H$/.test(font)
}
