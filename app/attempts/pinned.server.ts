import { eq } from 'drizzle-orm'
import type { Paper } from '#app/attempts/paper.ts'
import { poolIn } from '#app/attempts/pool.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { Recent } from '#app/db/recent.ts'
import type { Question } from '#app/questions/question.ts'

/** What never changes about an attempt from the moment it is opened. */
export type Pinned = {
  id: string
  personId: string
  editionId: string
  exam: string
  number: number
  openedAt: Date
  paper: Paper
  questions: ReadonlyMap<string, Question>
}

const known = new Recent<string, Pinned>(5_000)

/** An attempt with its paper, or null. Who may see it is the caller's to decide. */
export async function pinnedAttempt(reads: Pick<Transaction, 'select'>, id: string): Promise<Pinned | null> {
  return known.get(id) ?? (await readPinned(reads, id))
}

/** Only what is on disk may be kept: called after the commit, or with a row that was read. */
export function keepPinned(pinned: Pinned): Pinned {
  return known.keep(pinned.id, pinned)
}

export function pin(attempt: Omit<Pinned, 'questions'>): Pinned {
  return { ...attempt, questions: new Map(attempt.paper.questions.map(({ question }) => [question.id, question])) }
}

async function readPinned(reads: Pick<Transaction, 'select'>, id: string): Promise<Pinned | null> {
  const [row] = await reads
    .select({
      id: attempts.id,
      personId: attempts.personId,
      editionId: attempts.editionId,
      exam: attempts.exam,
      number: attempts.number,
      openedAt: attempts.openedAt,
      paper: attempts.paper,
    })
    .from(attempts)
    .where(eq(attempts.id, id))
  return row ? keepPinned(pin({ ...row, paper: await share(reads, row.editionId, row.paper) })) : null
}

/** Thousands of papers hold the same few questions: the pool's own objects stand for them, so memory stays small. */
async function share(reads: Pick<Transaction, 'select'>, editionId: string, paper: Paper): Promise<Paper> {
  const pool = new Map((await poolIn(reads, editionId, paper.language)).map((entry) => [entry.question.id, entry]))
  return { ...paper, questions: paper.questions.map((entry) => pool.get(entry.question.id) ?? entry) }
}
