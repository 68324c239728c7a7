import { and, eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { db } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { lessonProgress } from '#app/enrolments/schema.ts'
import { type Recorded, record } from '#app/ledger/record.server.ts'
import type { Actor } from '#app/people/person.ts'

/** The most that one event may tell. */
const mostSeconds = 600

/**
 * A lesson read to its end by somebody whose page has no script to count minutes: the time since it was first opened
 * counts as studied, as far as it has not been counted, up to the minutes the lesson states. `openedAt`: when the page
 * was handed out, if that is known. Null: no such edition or lesson.
 */
export async function readWithoutScript(
  person: Actor,
  { edition, lesson }: { edition: string; lesson: string },
  openedAt: Date | null,
  now = new Date(),
): Promise<Recorded | null> {
  const sheet = (await editionFacts(db, edition))?.sheet.lessons.find((entry) => entry.lesson === lesson)
  if (!sheet) return null
  const before = await progressIn(person.id, edition, lesson)
  const opened = Math.min(
    now.getTime(),
    openedAt?.getTime() ?? now.getTime(),
    before?.openedAt?.getTime() ?? now.getTime(),
  )
  const most = Math.min(sheet.minutes * 60, Math.floor((now.getTime() - opened) / 1000))
  const seconds = Math.max(0, most - (before?.seconds ?? 0))
  const common = () => ({ id: uuid(), at: now.toISOString(), edition, lesson })
  const events = [
    { ...common(), at: new Date(opened).toISOString(), kind: 'lesson.opened' },
    ...portions(seconds).map((portion) => ({ ...common(), kind: 'lesson.studied', seconds: portion })),
    { ...common(), kind: 'lesson.read' },
  ]
  return record(person, { events }, now)
}

async function progressIn(personId: string, editionId: string, lesson: string) {
  const { personId: whose, editionId: which, lesson: key } = lessonProgress
  const [row] = await db
    .select({ openedAt: lessonProgress.openedAt, seconds: lessonProgress.seconds })
    .from(lessonProgress)
    .where(and(eq(whose, personId), eq(which, editionId), eq(key, lesson)))
  return row
}

function portions(seconds: number): number[] {
  const whole = Array.from({ length: Math.floor(seconds / mostSeconds) }, () => mostSeconds)
  return seconds % mostSeconds > 0 ? [...whole, seconds % mostSeconds] : whole
}
