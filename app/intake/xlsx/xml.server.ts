import { SaxesParser } from 'saxes'
import { limits } from '#app/intake/reading/limits.ts'
import { RefusedFile } from '#app/intake/reading/refusal.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: LibreOffice, Google and others choose their own. */
export type XmlHandler = {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Reads XML as it comes and gives control back after each piece, so that what was heard can be taken away. No entity is
 * ever expanded: a document type, where entities would be defined, refuses the file.
 */
export async function* readXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = parserFor(handler)
  let decoder: TextDecoder | undefined
  let last = 0
  let read = 0
  parser.on('opentag', ({ name, attributes }: { name: string; attributes: Record<string, string> }) => {
    last = read
    handler.open?.(local(name), attributes)
  })
  try {
    for await (const chunk of chunks) {
      decoder ??= decoderFor(chunk)
      read += chunk.length
      parser.write(decoder.decode(chunk, { stream: true }))
      // One piece of text, or one tag, that goes on and on would be kept in memory whole.
      if (read - last > limits.lineLength * 4) throw new RefusedFile('bomb')
      yield
    }
    parser.close()
    yield
  } catch (problem) {
    throw problem instanceof RefusedFile ? problem : new RefusedFile('broken', undefined, problem)
  }
}

/** Reads a small part to its end. */
export async function readWholeXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(chunks, handler));
}

function parserFor(handler: XmlHandler) {
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('doctype', () => {
    throw new RefusedFile('unsafe-xml')
  })
  parser.on('error', (problem) => {
    throw problem
  })
  parser.on('closetag', ({ name }) => handler.close?.(local(name)))
  parser.on('text', (text) => handler.text?.(text))
  parser.on('cdata', (text) => handler.text?.(text))
  return parser
}

function local(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function decoderFor(chunk: Uint8Array): TextDecoder {
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return new TextDecoder('utf-16le')
  return new TextDecoder(chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8')
}
