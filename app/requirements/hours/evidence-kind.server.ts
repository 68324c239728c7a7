import { open } from 'node:fs/promises'

export type EvidenceKind = 'application/pdf' | 'image/png' | 'image/jpeg'

const heads: ReadonlyArray<[EvidenceKind, string]> = [
  ['application/pdf', Buffer.from('%PDF-').toString('hex')],
  // The signature, then the first chunk, which is always the head of the picture.
  ['image/png', '89504e470d0a1a0a0000000d49484452'],
  ['image/jpeg', 'ffd8ff'],
]

/** What a file is by its bytes, whatever it is called. Null: none of the three that are taken as evidence. */
export async function evidenceKind(path: string): Promise<EvidenceKind | null> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, 0)
    const head = buffer.toString('hex', 0, bytesRead)
    return heads.find(([, shape]) => head.startsWith(shape))?.[0] ?? null
  } finally {
    await file.close()
  }
}
