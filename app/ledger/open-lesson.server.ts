import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '#app/db/db.server.ts'
import { lessonProgress } from '#app/enrolments/schema.ts'
import { record } from '#app/ledger/record.server.ts'
import type { Actor } from '#app/people/person.ts'

/** A lesson shown to a person by the server: noted the first time, so that minutes count for readers without scripts too. */
export async function openLesson(person: Actor, edition: string, lesson: string, now = new Date()): Promise<void> {
  const [before] = await db
    .select({ openedAt: lessonProgress.openedAt })
    .from(lessonProgress)
    .where(
      and(
        eq(lessonProgress.personId, person.id),
        eq(lessonProgress.editionId, edition),
        eq(lessonProgress.lesson, lesson),
      ),
    )
  if (before?.openedAt) return
  const event = { id: uuid(), at: now.toISOString(), edition, lesson, kind: 'lesson.opened' }
  await record(person, { events: [event] }, now)
}
