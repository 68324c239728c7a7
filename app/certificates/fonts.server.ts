import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import type { Measure } from '#app/certificates/shape.ts'

const folder = join(process.cwd(), 'app/certificates/fonts')

/** Be Vietnam Pro (OFL 1.1), Latin and Vietnamese letters, without hinting and layout tables: 37 KB each. */
export const fontBytes = {
  regular: readFileSync(join(folder, 'be-vietnam-pro-400.ttf')),
  bold: readFileSync(join(folder, 'be-vietnam-pro-600.ttf')),
}

const fonts = { regular: fontkit.create(fontBytes.regular), bold: fontkit.create(fontBytes.bold) }

export const measure: Measure = (words, isBold) => {
  const font = isBold ? fonts.bold : fonts.regular
  return font.layout(words).advanceWidth / font.unitsPerEm
}
