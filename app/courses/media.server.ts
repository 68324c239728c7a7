import { randomUUID } from 'node:crypto'
import { access, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, desc, eq } from 'drizzle-orm'
import { contentHash, versionOf } from '#app/courses/content-hash.server.ts'
import { courses, editionMedia, editions } from '#app/courses/schema.ts'
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
    const hash = contentHash(content)
    await keep(hash, content)
    kept.push({ path, hash, type, bytes: content.length })
  }
  return kept
}

/** Written beside and renamed, so that a half-written file never stands under its name. */
async function keep(hash: string, content: Buffer) {
  const place = mediaFile(hash)
  if (
    await access(place).then(
      () => true,
      () => false,
    )
  )
    return
  const beside = `${place}.${randomUUID()}`
  await writeFile(beside, content, { mode: 0o600, flush: true })
  await rename(beside, place)
}

export function mediaFile(hash: string): string {
  return join(environment.DATA_DIR, 'media', hash)
}

/**
 * A file of a course: of the version named by the beginning of its hash, else as it stands in the newest edition that
 * has it (learners stay on the edition they began, and pictures that left the course since are still shown to them).
 */
export async function mediaOf(slug: string, path: string, version: string | null): Promise<KeptMedia | null> {
  const files = await db
    .select({ path: editionMedia.path, hash: editionMedia.hash, type: editionMedia.type, bytes: editionMedia.bytes })
    .from(courses)
    .innerJoin(editions, eq(editions.courseId, courses.id))
    .innerJoin(editionMedia, eq(editionMedia.editionId, editions.id))
    .where(and(eq(courses.slug, slug), eq(editionMedia.path, path)))
    .orderBy(desc(editions.number))
  return files.find((file) => versionOf(file.hash) === version) ?? files[0] ?? null
}
