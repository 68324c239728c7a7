import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { MalformedBody, multipart } from '#app/web/multipart.server.ts'

type Wish = {
  boundary: string
  /** Where the file goes; nothing may stand there. */
  path: string
  /** The box that holds the file. */
  fileBox: string
  /** The small boxes that are wanted; others are thrown away. */
  boxes: readonly string[]
  fileBytes: number
}

export type ReceivedForm = { values: Record<string, string>; fileName: string; bytes: number }

/** The boxes of the form beside the file, and what browsers write around them. */
const besidesBytes = 64 * 1024
const longestBox = 1_000

/** A form with one file, taken as it comes: the file goes to disk, for its owner's eyes alone, and no more than a chunk into memory. */
export async function receiveForm(
  request: IncomingMessage,
  wish: Wish,
): Promise<ReceivedForm | 'too-large' | 'broken'> {
  const limitBytes = wish.fileBytes + besidesBytes
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return 'too-large'
  const values: Record<string, string> = {}
  let [box, fileName, bytes] = ['', '', 0]
  const file = await open(wish.path, 'wx', 0o600)
  try {
    for await (const piece of multipart(within(request, limitBytes), wish.boundary)) {
      if ('part' in piece) {
        box = piece.part.name
        if (box === wish.fileBox) fileName = piece.part.fileName ?? ''
      } else if (box === wish.fileBox) {
        bytes += piece.bytes.length
        await file.writeFile(piece.bytes)
      } else if (wish.boxes.includes(box))
        values[box] = ((values[box] ?? '') + Buffer.from(piece.bytes).toString('latin1')).slice(0, longestBox * 4)
    }
  } catch (problem) {
    if (problem instanceof TooLarge) return 'too-large'
    if (problem instanceof MalformedBody) return 'broken'
    throw problem
  } finally {
    await file.close()
  }
  return { values: Object.fromEntries(Object.entries(values).map(asText)), fileName: baseName(fileName), bytes }
}

class TooLarge extends Error {}

/** Sharp edge: leaving `for await` early would destroy the request, and with it the answer. */
async function* within(request: IncomingMessage, limitBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > limitBytes) throw new TooLarge()
    yield chunk
  }
}

/** Sharp edge: a letter may come in two pieces, so bytes are read as letters when all are there. */
function asText([box, bytes]: [string, string]): [string, string] {
  return [box, Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\0', '').slice(0, longestBox)]
}

/** Some programs send the whole way to a file. */
function baseName(fileName: string): string {
  return fileName.split(/[/\\]/).at(-1) ?? ''
}
