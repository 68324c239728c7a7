import { asc, eq, inArray } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { catalogueVersion } from '#app/courses/catalogue-version.server.ts'
import { currentEdition, lessonOf } from '#app/courses/edition.server.ts'
import { loadCourse } from '#app/courses/load.server.ts'
import { recompileStale } from '#app/courses/recompile-stale.server.ts'
import { editionLessons, editionTexts } from '#app/courses/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { compilerVersion } from '#app/lessons/compiler-version.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'
import type { Question } from '#app/questions/question.ts'
import { aCourseFolder } from '#tests/course-folder.ts'
import { inEnglish } from '#tests/translated-course.ts'

/** A published course whose one lesson looks as if an older compiler had made it; `change` alters what it kept. */
async function aStaleCourse(slug: string, change: { source?: string; key?: Question[] } = {}) {
  await write((tx) => tx.update(lessonDocuments).set({ compiler: compilerVersion })) // what other tests left
  await loadCourse(await aCourseFolder(slug))
  const edition = await currentEdition(slug)
  if (!edition) throw new Error('not published')
  const [row] = await db
    .select()
    .from(editionLessons)
    .innerJoin(lessonDocuments, eq(lessonDocuments.hash, editionLessons.documentHash))
    .where(eq(editionLessons.editionId, edition.id))
  if (!row) throw new Error('no lesson')
  const old = { ...row.lesson_documents, hash: `old-${slug}`, compiler: '0', ...change }
  const document = { ...old.document, text: 'as the old compiler read it' }
  await write(async (tx) => {
    await tx.insert(lessonDocuments).values({ ...old, document })
    await tx.update(editionLessons).set({ documentHash: old.hash }).where(eq(editionLessons.editionId, edition.id))
  })
  return { edition: edition.id, before: row.lesson_documents }
}

async function documents(hash: string) {
  return db.select().from(lessonDocuments).where(eq(lessonDocuments.hash, hash))
}

test('a lesson of an older compiler is compiled again, its edition shows the new one, its questions keep their keys', async () => {
  const { edition, before } = await aStaleCourse('cu')
  const version = await catalogueVersion()

  expect(await recompileStale()).toEqual({ recompiled: 1, kept: [] })

  const lesson = await lessonOf(edition, 'mua-ve')
  expect(lesson?.document).toEqual(before.document)
  expect(lesson?.key.map(({ id }) => id)).toEqual(before.key.map(({ id }) => id))
  expect(await documents('old-cu')).toEqual([])
  expect((await documents(before.hash))[0]?.compiler).toBe(compilerVersion)
  await vi.waitFor(async () => expect(await catalogueVersion()).toBeGreaterThan(version)) // PostgreSQL sends the word
  expect(await recompileStale()).toEqual({ recompiled: 0, kept: [] })
})

test('what the new compiler refuses stays as it was, and is told', async () => {
  const { edition } = await aStaleCourse('tu-choi', { source: 'not a lesson any more' })

  const { recompiled, kept } = await recompileStale()

  expect(recompiled).toBe(0)
  expect(kept.map(({ lesson, problems }) => [lesson, problems[0]?.code])).toEqual([['mua-ve', 'head-missing']])
  expect((await lessonOf(edition, 'mua-ve'))?.document.text).toBe('as the old compiler read it')
})

test('a lesson that the new compiler reads as other questions stays as it was', async () => {
  const { edition } = await aStaleCourse('khac-cau', { key: [] })

  const { kept } = await recompileStale()

  expect(kept).toMatchObject([{ problems: [{ code: 'questions-changed' }] }])
  expect((await lessonOf(edition, 'mua-ve'))?.key).toEqual([])
})

test('handouts and other languages are compiled again too, under the same keys as before', async () => {
  await write((tx) => tx.update(lessonDocuments).set({ compiler: compilerVersion }))
  await loadCourse(await aCourseFolder('hai-tieng-cu', inEnglish))
  const edition = await currentEdition('hai-tieng-cu')
  if (!edition) throw new Error('not published')
  const texts = async () =>
    (
      await db
        .select({ name: editionTexts.name, kind: editionTexts.kind, stored: lessonDocuments })
        .from(editionTexts)
        .innerJoin(lessonDocuments, eq(lessonDocuments.hash, editionTexts.documentHash))
        .where(eq(editionTexts.editionId, edition.id))
        .orderBy(asc(editionTexts.language), asc(editionTexts.kind))
    ).map(({ name, kind, stored: { key, document, compiler } }) => ({ name, kind, key, document, compiler }))
  const before = await texts()
  const hashes = db.select({ hash: editionTexts.documentHash }).from(editionTexts)
  await write((tx) => tx.update(lessonDocuments).set({ compiler: '0' }).where(inArray(lessonDocuments.hash, hashes)))

  expect(await recompileStale()).toEqual({ recompiled: before.length, kept: [] })
  expect(await texts()).toEqual(before)
  expect(before).toHaveLength(4)
})
