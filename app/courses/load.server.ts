import { basename, resolve } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { checkFolder } from '#app/courses/check.server.ts'
import { readCourseFolder } from '#app/courses/course-folder.server.ts'
import { keepMedia } from '#app/courses/media.server.ts'
import { type Publication, publishInTx } from '#app/courses/publish-in-tx.server.ts'
import { courses, editions, loadProblems } from '#app/courses/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { sqlState } from '#app/db/postgres-door.server.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'

export type Loading = Publication | { problems: Problem[] }

/**
 * Makes the next edition of the course in this folder if anything changed, and none if not.
 * With problems nothing is published: the last good edition stays up, and the problems are kept for the trainer.
 * The folder is the operator's: who may write there may publish.
 */
export async function loadCourse(path: string, now = new Date()): Promise<Loading> {
  const read = await readCourseFolder(path)
  if ('problems' in read) return refuse(basename(resolve(path)), read.problems, now)
  const { folder } = read

  const current = await newestEdition(folder.slug)
  if (current?.contentHash === folder.hash) {
    await forgetProblems(folder.slug)
    return { edition: current.number, isNew: false }
  }

  const checked = await checkFolder(folder)
  if ('problems' in checked) return refuse(folder.slug, checked.problems, now)

  const media = await keepMedia(folder.files)
  const publish = () => write((tx) => publishInTx(tx, checked, media, now))
  return publish().catch((problem) => {
    if (sqlState(problem) !== uniqueViolation) throw problem
    return publish() // another process published in the meantime: now its edition is seen
  })
}

const uniqueViolation = '23505'

async function refuse(slug: string, problems: Problem[], at: Date): Promise<Loading> {
  const kept = { problems, at }
  await write((tx) =>
    tx
      .insert(loadProblems)
      .values({ slug, ...kept })
      .onConflictDoUpdate({ target: loadProblems.slug, set: kept }),
  )
  return { problems }
}

async function forgetProblems(slug: string) {
  const [kept] = await db.select({ slug: loadProblems.slug }).from(loadProblems).where(eq(loadProblems.slug, slug))
  if (kept) await write((tx) => tx.delete(loadProblems).where(eq(loadProblems.slug, slug)))
}

async function newestEdition(slug: string) {
  const [edition] = await db
    .select({ number: editions.number, contentHash: editions.contentHash })
    .from(editions)
    .innerJoin(courses, eq(courses.id, editions.courseId))
    .where(eq(courses.slug, slug))
    .orderBy(desc(editions.number))
    .limit(1)
  return edition
}
