import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { courses, editionMedia } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'

const types: Record<string, string> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  opus: 'audio/ogg',
  ogg: 'audio/ogg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  webm: 'video/webm',
  vtt: 'text/vtt',
}

export type KeptMedia = { path: string; hash: string; type: string; bytes: number }

/** Puts a course's media into DATA_DIR/media under the hash of their bytes: the same picture stands there once. */
export async function keepMedia(files: Map<string, Buffer>): Promise<KeptMedia[]> {
  await mkdir(join(environment.DATA_DIR, 'media'), { recursive: true, mode: 0o700 })
  const kept: KeptMedia[] = []
  for (const [path, content] of files) {
    const type = path.startsWith('media/') ? types[path.split('.').at(-1) ?? ''] : undefined
    if (!type) continue
    const hash = createHash('sha256').update(content).digest('hex')
    await keep(hash, content)
    kept.push({ path, hash, type, bytes: content.length })
  }
  return kept
}

/** Written beside and renamed, so that a half-written file never stands under its name. */
async function keep(hash: string, content: Buffer) {
  const place = mediaFile(hash)
  if (await access(place).then(() => true, () => false)) return
  const beside = `${place}.${randomUUID()}`
  await writeFile(beside, content, { mode: 0o600, flush: true })
  await rename(beside, place)
}

export function mediaFile(hash: string): string {
  return join(environment.DATA_DIR, 'media', hash)
}

/** A file of the course's current edition, or of the one named (learners stay on the edition they began). */
export async function mediaOf(slug: string, path: string, editionId?: string): Promise<KeptMedia | null> {
  const [file] = await db
    .select({ path: editionMedia.path, hash: editionMedia.hash, type: editionMedia.type, bytes: editionMedia.bytes })
    .from(courses)
    .innerJoin(editionMedia, eq(editionMedia.editionId, editionId ?? courses.currentEditionId))
    .where(and(eq(courses.slug, slug), eq(editionMedia.path, path)))
  return file ?? null
}
