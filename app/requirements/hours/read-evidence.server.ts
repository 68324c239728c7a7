import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** The bytes of a piece of evidence, as they are read. Null: the file is not there. */
export async function readEvidence(path: string): Promise<ReadableStream | null> {
  const handle = await open(path).catch(() => null)
  return handle && (Readable.toWeb(handle.createReadStream()) as ReadableStream)
}
