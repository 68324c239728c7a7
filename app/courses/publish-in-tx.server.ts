import { desc, eq } from 'drizzle-orm'
import { publishedInTx } from '#app/courses/catalogue-version.server.ts'
import type { CheckedCourse } from '#app/courses/check.server.ts'
import type { KeptMedia } from '#app/courses/media.server.ts'
import {
  courses,
  editionLessons,
  editionMedia,
  editions,
  editionTexts,
  examQuestions,
  loadProblems,
} from '#app/courses/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { keepDocumentInTx } from '#app/lessons/keep-document.server.ts'

export type Publication = { edition: number; isNew: boolean }

/**
 * Inner step: the documents, the edition with its lessons, pool and media, and the word to every process.
 * Makes nothing when the newest edition is the same already: somebody else was quicker.
 */
export async function publishInTx(
  tx: Transaction,
  checked: CheckedCourse,
  media: KeptMedia[],
  now: Date,
): Promise<Publication> {
  const { slug, hash } = checked.folder
  await tx.insert(courses).values({ slug, createdAt: now }).onConflictDoNothing()
  const [course] = await tx.select({ id: courses.id }).from(courses).where(eq(courses.slug, slug))
  if (!course) throw new Error(`course ${slug} vanished inside its own write`)
  const [last] = await tx
    .select({ number: editions.number, contentHash: editions.contentHash })
    .from(editions)
    .where(eq(editions.courseId, course.id))
    .orderBy(desc(editions.number))
    .limit(1)
  await tx.delete(loadProblems).where(eq(loadProblems.slug, slug))
  if (last?.contentHash === hash) return { edition: last.number, isNew: false }

  const number = (last?.number ?? 0) + 1
  const [edition] = await tx
    .insert(editions)
    .values({ courseId: course.id, number, contentHash: hash, sheet: checked.sheet, publishedAt: now })
    .returning({ id: editions.id })
  if (!edition) throw new Error(`edition ${number} of ${slug} was not written`)
  await insertLessons(tx, edition.id, checked.lessons, now)
  await insertTexts(tx, edition.id, checked.texts, now)
  if (media.length > 0) await tx.insert(editionMedia).values(media.map((file) => ({ editionId: edition.id, ...file })))
  await tx.update(courses).set({ currentEditionId: edition.id }).where(eq(courses.id, course.id))
  await publishedInTx(tx)
  return { edition: number, isNew: true }
}

async function insertLessons(tx: Transaction, editionId: string, lessons: CheckedCourse['lessons'], createdAt: Date) {
  for (const [position, { lesson, hash, source, document, key, bank }] of lessons.entries()) {
    await keepDocumentInTx(tx, { hash, source, document, key }, createdAt)
    await tx.insert(editionLessons).values({ editionId, lesson, position, documentHash: hash })
    const pool = bank.map((question) => ({ editionId, question: question.id, lesson, content: question }))
    if (pool.length > 0) await tx.insert(examQuestions).values(pool)
  }
}

async function insertTexts(tx: Transaction, editionId: string, texts: CheckedCourse['texts'], createdAt: Date) {
  for (const { language, kind, name, hash: documentHash, ...text } of texts) {
    await keepDocumentInTx(tx, { hash: documentHash, ...text }, createdAt)
    await tx.insert(editionTexts).values({ editionId, language, kind, name, documentHash })
  }
}
