import { and, desc, eq, sql } from 'drizzle-orm'
import { attemptsOf } from '#app/attempts/attempts-of.server.ts'
import type { Refusal } from '#app/attempts/may-open.ts'
import { progressOf } from '#app/attempts/progress-of.server.ts'
import { readResult } from '#app/attempts/read-result.server.ts'
import { refusalFor } from '#app/attempts/refusal-for.server.ts'
import type { Result } from '#app/attempts/result.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import type { Missing } from '#app/enrolments/completion.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { closeIfOverdue } from '#app/ledger/close-overdue.server.ts'
import type { Actor } from '#app/people/person.ts'

/**
 * `missing`: what a learner who passed must still do in the lessons; null if nothing, or if not passed.
 * `refusal`: why one who has not passed cannot begin again now; null if that is possible, or if passed.
 */
export type ResultPage = Result & { certificate: string | null; missing: Missing | null; refusal: Refusal | null }

/**
 * The result of an attempt and what comes next. `open`: not closed yet. Null: there is none, or it is not the asker's.
 * At most seven queries.
 */
export async function resultPage(
  person: Actor,
  attemptId: string,
  now = new Date(),
): Promise<ResultPage | 'open' | null> {
  const result = await readClosed(person, attemptId, now)
  if (!result || result === 'open') return result
  const certificate = result.isPassed ? await certificateOf(person.id, result.editionId) : null
  const progress = result.isPassed && !certificate ? await progressOf(person, result.editionId, now) : null
  const missing = progress && !progress.isComplete ? progress.missing : null
  return { ...result, certificate, missing, refusal: result.isPassed ? null : await againRefused(person, result, now) }
}

async function againRefused(person: Actor, { editionId, exam }: Result, now: Date): Promise<Refusal | null> {
  const earlier = await attemptsOf(person, editionId, exam.key)
  const isUnderWay = earlier.some(({ closedAt }) => closedAt === null)
  const facts = isUnderWay ? null : await editionFacts(db, editionId) // remembered by the process
  if (!facts) return null
  const asked = { personId: person.id, courseId: facts.courseId, rules: exam, earlier, now }
  return (await refusalFor(db, asked)).refusal
}

async function readClosed(person: Actor, attemptId: string, now: Date) {
  const result = await readResult(person, attemptId)
  if (result !== 'open' || !(await closeIfOverdue(attemptId, now))) return result
  return readResult(person, attemptId)
}

async function certificateOf(personId: string, editionId: string): Promise<string | null> {
  const [certificate] = await readCode(db, { personId, editionId })
  return certificate?.code ?? null
}

const readCode = statement((reads: Pick<Transaction, 'select'>) =>
  reads
    .select({ code: certificates.code })
    .from(certificates)
    .where(
      and(
        eq(certificates.personId, sql.placeholder('personId')),
        eq(certificates.editionId, sql.placeholder('editionId')),
      ),
    )
    .orderBy(desc(certificates.issue))
    .limit(1),
)
