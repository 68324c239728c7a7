import { eq } from 'drizzle-orm'
import type { Pool } from '#app/attempts/draw.ts'
import { examQuestions } from '#app/courses/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { Recent } from '#app/db/recent.ts'

const known = new Recent<string, Pool>(32)

/** The exam pool of an edition, key and all; an edition never changes, so it is read once a process. */
export async function poolOf(reads: Pick<Transaction, 'select'>, editionId: string): Promise<Pool> {
  const kept = known.get(editionId)
  if (kept) return kept
  const rows = await reads
    .select({ lesson: examQuestions.lesson, question: examQuestions.content })
    .from(examQuestions)
    .where(eq(examQuestions.editionId, editionId))
  return rows.length > 0 ? known.keep(editionId, rows) : rows
}
