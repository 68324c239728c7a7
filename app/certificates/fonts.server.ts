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

const faces = {
  regular: { font: fontkit.create(fontBytes.regular), advances: new Map<string, number>() },
  bold: { font: fontkit.create(fontBytes.bold), advances: new Map<string, number>() },
}

/** The files hold no kerning, so words are as wide as their letters; each letter is looked up once. */
export const measure: Measure = (words, isBold) => {
  let width = 0
  for (const letter of words) width += advanceOf(letter, isBold ? faces.bold : faces.regular)
  return width
}

function advanceOf(letter: string, { font, advances }: (typeof faces)['bold']): number {
  const known = advances.get(letter)
  if (known !== undefined) return known
  const advance = font.layout(letter).advanceWidth / font.unitsPerEm
  if (advances.size < 2000) advances.set(letter, advance)
  return advance
}
