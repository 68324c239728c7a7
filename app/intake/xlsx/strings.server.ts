import { limits } from '#app/intake/reading/limits.ts'
import type { Archive } from '#app/intake/xlsx/archive.server.ts'
import { readXml, type XmlHandler } from '#app/intake/xlsx/xml.server.ts'

export type SharedStrings = {
  at(index: number): string
  /** The font of rich text, where it has one of its own. */
  fontAt(index: number): string | undefined
}

/** Texts that the cells share; kept whole, since cells name them in any order. */
export async function readStrings(archive: Archive, path: string | null): Promise<SharedStrings> {
  const texts: string[] = []
  const fonts = new Map<number, string>()
  if (path !== null) {
    const handler = richTextHandler('si', ({ text, font }) => {
      if (font !== undefined) fonts.set(texts.length, font)
      texts.push(text)
    })
    for await (const _ of readXml(archive.open(path, limits.unpackedTableBytes), handler));
  }
  return { at: (index) => texts[index] ?? '', fontAt: (index) => fonts.get(index) }
}

export type RichText = { text: string; font: string | undefined }

/** Collects the pieces of a text, formatted or not; readings of Chinese letters (rPh) are left out. */
export function richTextHandler(holder: string, isDone: (found: RichText) => void): Required<XmlHandler> {
  let text = ''
  let font: string | undefined
  let isText = false
  let isReading = false
  return {
    open(name, attributes) {
      if (name === holder) {
        text = ''
        font = undefined
      } else if (name === 't') isText = !isReading
      else if (name === 'rPh') isReading = true
      else if (name === 'rFont') font ??= attributes.val
    },
    text(piece) {
      if (isText && text.length < limits.cellLength) text += piece
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isReading = false
      else if (name === holder) isDone({ text: unescaped(text).slice(0, limits.cellLength), font })
    },
  }
}

/** Excel writes characters that XML cannot hold as _x000D_. */
function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
