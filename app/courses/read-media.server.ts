import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { mediaFile } from '#app/courses/media.server.ts'

/** The bytes of a kept file from `start` to `end`, both included, as they are read. */
export async function readMedia(hash: string, { start, end }: { start: number; end: number }): Promise<ReadableStream> {
  const handle = await open(mediaFile(hash))
  return Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream
}
