/** A box of a form that was sent with files; `fileName` is null where it is none. */
export type Part = { name: string; fileName: string | null }

/** First each part, then its bytes, piece by piece as they come. */
export type Piece = { part: Part } | { bytes: Uint8Array }

/** The body is not what it says, or was cut off. */
export class MalformedBody extends Error {}

/** Names of parts and files, and what programs write beside them. */
const longestHead = 16 * 1024

/** The sign between the parts, as the content type names it. Null: no form with files, or a sign nobody may use. */
export function boundaryIn(contentType = ''): string | null {
  const [, quoted, bare] = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? []
  const boundary = quoted ?? bare ?? ''
  return /^[\x20-\x7e]{1,70}$/.test(boundary) ? boundary : null
}

/**
 * Takes a form with files apart while it arrives (RFC 7578), with no more in memory than one chunk and a boundary.
 * @throws MalformedBody
 */
export async function* multipart(chunks: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<Piece> {
  const delimiter = Buffer.from(`\r\n--${boundary}`)
  let held = Buffer.from('\r\n') // the first delimiter has no line before it
  let state: 'before' | 'head' | 'body' = 'before'
  for await (const chunk of chunks) {
    held = Buffer.concat([held, chunk])
    for (;;) {
      if (state === 'head') {
        if (held.toString('latin1', 0, 2) === '--') return
        const end = held.indexOf('\r\n\r\n')
        if (end === -1 && held.length > longestHead) throw new MalformedBody('a head without end')
        if (end === -1) break
        yield { part: partOf(held.toString('utf8', 0, end)) }
        held = held.subarray(end + 4)
        state = 'body'
      }
      const at = held.indexOf(delimiter)
      const sure = at === -1 ? Math.max(0, held.length - delimiter.length + 1) : at
      if (sure > 0 && state === 'body') yield { bytes: held.subarray(0, sure) }
      held = held.subarray(at === -1 ? sure : at + delimiter.length)
      if (at === -1) break
      state = 'head'
    }
  }
  throw new MalformedBody('cut off')
}

function partOf(head: string): Part {
  const [disposition = ''] = head.match(/^content-disposition:.*$/im) ?? []
  const name = parameter(disposition, 'name')
  if (name === null) throw new MalformedBody('a part without a name')
  return { name, fileName: parameter(disposition, 'filename') }
}

/** As browsers write it: in quotes, with quotes and line ends as percent signs (the HTML standard, form submission). */
function parameter(disposition: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1]
  return found?.replace(/%0D/gi, '\r').replace(/%0A/gi, '\n').replace(/%22/g, '"') ?? null
}
