import { and, count, eq, gt } from 'drizzle-orm'
import { auditLines } from '#app/audit/schema.ts'
import { db } from '#app/db/db.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import { credits } from '#app/requirements/schema.ts'

/** Nobody learns so much in a day, nor has so many papers waiting; a script would fill the disk with them. */
const mostWaiting = 50
const mostADay = 50
const dayMs = 24 * 3_600_000

/** Whether a person has so much waiting, or told so much within a day, that no more evidence is taken. Two queries. */
export async function tellsTooMuch(personId: string, now: Date): Promise<boolean> {
  const [waiting] = await db
    .select({ many: count() })
    .from(credits)
    .where(and(isOfPerson(credits.personId, personId), eq(credits.state, 'provisional')))
  if ((waiting?.many ?? 0) >= mostWaiting) return true
  // What was taken back is no row any more; its file stays for a day.
  const [told] = await db
    .select({ many: count() })
    .from(auditLines)
    .where(
      and(
        eq(auditLines.subjectKind, 'person'),
        eq(auditLines.subjectId, personId),
        eq(auditLines.verb, 'hours.add-credit'),
        gt(auditLines.at, new Date(now.getTime() - dayMs)),
      ),
    )
  return (told?.many ?? 0) >= mostADay
}
