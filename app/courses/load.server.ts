import { desc, eq } from 'drizzle-orm'
import { type CheckedCourse, checkFolder } from '#app/courses/check.server.ts'
import { readCourseFolder } from '#app/courses/course-folder.server.ts'
import { publishedInTx } from '#app/courses/catalogue-version.server.ts'
import { keepMedia, type KeptMedia } from '#app/courses/media.server.ts'
import { courses, editionLessons, editionMedia, editions, examQuestions, loadProblems } from '#app/courses/schema.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { compilerVersion } from '#app/lessons/compiler-version.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'

export type Loading = { edition: number; isNew: boolean } | { problems: Problem[] }

/**
 * Makes the next edition of the course in this folder if anything changed, and none if not.
 * With problems nothing is published: the last good edition stays up, and the problems are kept for the trainer.
 * The folder is the operator's: who may write there may publish.
 */
export async function loadCourse(path: string, now = new Date()): Promise<Loading> {
  const read = await readCourseFolder(path)
  if ('problems' in read) return refuse(path.split('/').at(-1) ?? path, read.problems, now)
  const { folder } = read

  const current = await lastEdition(folder.slug)
  if (current?.contentHash === folder.hash) return { edition: current.number, isNew: false }

  const checked = await checkFolder(folder)
  if ('problems' in checked) return refuse(folder.slug, checked.problems, now)

  const media = await keepMedia(folder.files)
  const edition = await write((tx) => publishInTx(tx, checked, media, now))
  return { edition, isNew: true }
}

async function refuse(slug: string, problems: Problem[], at: Date): Promise<Loading> {
  const kept = { problems, at }
  await write((tx) =>
    tx.insert(loadProblems).values({ slug, ...kept }).onConflictDoUpdate({ target: loadProblems.slug, set: kept }),
  )
  return { problems }
}

async function lastEdition(slug: string) {
  const [edition] = await db
    .select({ number: editions.number, contentHash: editions.contentHash })
    .from(editions)
    .innerJoin(courses, eq(courses.id, editions.courseId))
    .where(eq(courses.slug, slug))
    .orderBy(desc(editions.number))
    .limit(1)
  return edition
}

/** One write: the documents, the edition with its lessons, pool and media, and the word to every process. */
async function publishInTx(tx: Transaction, { folder, sheet, lessons }: CheckedCourse, media: KeptMedia[], now: Date): Promise<number> {
  await tx.insert(courses).values({ slug: folder.slug, createdAt: now }).onConflictDoNothing()
  const [course] = await tx.select().from(courses).where(eq(courses.slug, folder.slug))
  if (!course) throw new Error(`course ${folder.slug} vanished inside its own write`)
  const [last] = await tx
    .select({ number: editions.number })
    .from(editions)
    .where(eq(editions.courseId, course.id))
    .orderBy(desc(editions.number))
    .limit(1)
  const number = (last?.number ?? 0) + 1

  const [edition] = await tx
    .insert(editions)
    .values({ courseId: course.id, number, contentHash: folder.hash, sheet, publishedAt: now })
    .returning({ id: editions.id })
  if (!edition) throw new Error(`edition ${number} of ${folder.slug} was not written`)
  for (const [position, { lesson, hash, source, document, key, bank }] of lessons.entries()) {
    await tx
      .insert(lessonDocuments)
      .values({ hash, source, compiler: compilerVersion, document, key, createdAt: now })
      .onConflictDoNothing()
    await tx.insert(editionLessons).values({ editionId: edition.id, lesson, position, documentHash: hash })
    await tx
      .insert(examQuestions)
      .values(bank.map((question) => ({ editionId: edition.id, question: question.id, lesson, content: question })))
  }
  if (media.length > 0) await tx.insert(editionMedia).values(media.map((file) => ({ editionId: edition.id, ...file })))
  await tx.update(courses).set({ currentEditionId: edition.id }).where(eq(courses.id, course.id))
  await tx.delete(loadProblems).where(eq(loadProblems.slug, folder.slug))
  await publishedInTx(tx)
  return number
}
