import { limits } from '#app/intake/reading/limits.ts'
import type { Archive } from '#app/intake/xlsx/archive.server.ts'
import { readWholeXml } from '#app/intake/xlsx/xml.server.ts'

/** What a cell's style number tells that we need. */
export type Style = { font: string | undefined; isDate: boolean }

/** Styles in their order; a cell names one by its place. */
export async function readStyles(archive: Archive, path: string | null): Promise<Style[]> {
  if (path === null) return []
  const fonts: Array<string | undefined> = []
  const dates = new Set<number>()
  const formats: Array<{ font: number; number: number }> = []
  let within = ''
  await readWholeXml(archive.open(path, limits.unpackedTableBytes / 10), {
    open(name, attributes) {
      if (name === 'fonts' || name === 'cellXfs' || name === 'cellStyleXfs' || name === 'dxfs') within = name
      else if (within === 'fonts' && name === 'font') fonts.push(undefined)
      else if (within === 'fonts' && name === 'name') fonts[fonts.length - 1] = attributes.val
      else if (name === 'numFmt' && isDateFormat(attributes.formatCode ?? '')) dates.add(Number(attributes.numFmtId))
      else if (within === 'cellXfs' && name === 'xf')
        formats.push({ font: Number(attributes.fontId), number: Number(attributes.numFmtId) })
    },
  })
  return formats.map(({ font, number }) => ({ font: fonts[font], isDate: isBuiltInDate(number) || dates.has(number) }))
}

/** Numbers that need no description: 14 to 17 and 22 are dates; 27 to 36 and 50 to 58 are those of East Asia. */
function isBuiltInDate(number: number): boolean {
  return (
    (number >= 14 && number <= 17) || number === 22 || (number >= 27 && number <= 36) || (number >= 50 && number <= 58)
  )
}

/** dd/mm/yyyy, [$-42A]dd mmmm yyyy … but not "General", nor letters in quotes. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  return /[dy]/i.test(bare) && !/general/i.test(bare)
}
