import type { Readable } from 'node:stream'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { limits } from '#app/intake/reading/limits.ts'
import { RefusedFile } from '#app/intake/reading/refusal.ts'

export type Archive = {
  has(path: string): boolean
  /** Names of everything in it, as the file writes them. */
  names: string[]
  /** Bytes the entry says it has when unpacked; 0 where there is none. */
  sizeOf(path: string): number
  /** Unpacks one entry; refuses what grows beyond the limit, whatever it says of itself. */
  open(path: string, limitBytes: number): AsyncGenerator<Uint8Array>
  close(): void
}

/** Opens a container by the directory at its end: nothing is unpacked yet. */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: false }).catch(
    (problem: unknown) => {
      throw new RefusedFile('broken', undefined, problem)
    },
  )
  try {
    return archiveOf(zip, await entriesOf(zip))
  } catch (problem) {
    zip.close()
    throw problem instanceof RefusedFile ? problem : new RefusedFile('broken', undefined, problem)
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>()
  if (zip.entryCount > limits.zipEntries) throw new RefusedFile('bomb')
  for await (const entry of zip.eachEntry()) entries.set(nameOf(entry.fileName), entry)
  return entries
}

/** Some programs write backslashes, some other capitals. */
function nameOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
}

function archiveOf(zip: ZipFile, entries: Map<string, Entry>): Archive {
  return {
    names: [...entries.keys()],
    has: (path) => entries.has(nameOf(path)),
    sizeOf: (path) => entries.get(nameOf(path))?.uncompressedSize ?? 0,
    open: (path, limitBytes) => unpacked(zip, entries.get(nameOf(path)), limitBytes),
    close: () => zip.close(),
  }
}

async function* unpacked(zip: ZipFile, entry: Entry | undefined, limitBytes: number): AsyncGenerator<Uint8Array> {
  if (!entry) throw new RefusedFile('broken')
  if ((entry.generalPurposeBitFlag & 1) === 1) throw new RefusedFile('encrypted')
  let stream: Readable | undefined
  let bytes = 0
  try {
    stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream) {
      const piece: Uint8Array = chunk
      bytes += piece.length
      if (bytes > limitBytes) throw new RefusedFile('bomb')
      yield piece
    }
  } catch (problem) {
    throw problem instanceof RefusedFile ? problem : new RefusedFile('broken', undefined, problem)
  } finally {
    stream?.destroy()
  }
}
