import { eq } from 'drizzle-orm'
import type { Pool } from '#app/attempts/draw.ts'
import { examQuestions } from '#app/courses/schema.ts'
import { textsOf } from '#app/courses/text-of.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { Recent } from '#app/db/recent.ts'
import type { Locale } from '#app/i18n/messages.ts'

const known = new Recent<string, Pool>(32)

/** The exam pool of an edition in a language, key and all; without one, in the edition's own. The keys are the same in each. */
export async function poolIn(reads: Pick<Transaction, 'select'>, editionId: string, language?: Locale): Promise<Pool> {
  const texts = language ? await textsOf(editionId, language, 'bank', reads) : []
  if (texts.length === 0) return poolOf(reads, editionId)
  return texts.flatMap(({ name, key }) => key.map((question) => ({ lesson: name, question })))
}

/** An edition never changes, so its pool is read once a process. */
export async function poolOf(reads: Pick<Transaction, 'select'>, editionId: string): Promise<Pool> {
  const kept = known.get(editionId)
  if (kept) return kept
  const rows = await reads
    .select({ lesson: examQuestions.lesson, question: examQuestions.content })
    .from(examQuestions)
    .where(eq(examQuestions.editionId, editionId))
  return rows.length > 0 ? known.keep(editionId, rows) : rows
}
