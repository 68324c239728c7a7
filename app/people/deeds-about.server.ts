import { and, desc, eq } from 'drizzle-orm'
import { auditLines } from '#app/audit/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

const mostShown = 100

/** `by`: a name, '' for who closed their account since, null for the command line. `before` and `after` in a word or number. */
export type Deed = {
  id: string
  at: Date
  verb: string
  by: string | null
  before: string | null
  after: string | null
  reason: string | null
}

/** What was done to a person, newest first, at most 100, with the names of who did it. One query. Null: not this actor's to see. */
export async function deedsAbout(admin: Authority, personId: string): Promise<Deed[] | null> {
  if (!mayAdminister(admin)) return null
  const rows = await db
    .select({ line: auditLines, by: people.fullName })
    .from(auditLines)
    .leftJoin(people, eq(people.id, auditLines.actorId))
    .where(and(eq(auditLines.subjectKind, 'person'), eq(auditLines.subjectId, personId)))
    .orderBy(desc(auditLines.id))
    .limit(mostShown)
  return rows.map(({ line: { id, at, verb, before, after, reason }, by }) => ({
    id,
    at,
    verb,
    by,
    before: inAWord(before),
    after: inAWord(after),
    reason,
  }))
}

/** 50, or the one value of { role: 'trainer' }; null for what tells more than one thing. */
function inAWord(kept: unknown): string | null {
  const values = typeof kept === 'object' && kept !== null ? Object.values(kept) : [kept]
  const [only] = values
  return values.length === 1 && (typeof only === 'string' || typeof only === 'number') ? String(only) : null
}
