import { v7 as uuid } from 'uuid'
import { acceptInTx, answersInTx } from '#app/attempts/accept-in-tx.server.ts'
import type { KeptAnswer } from '#app/attempts/given-answers.server.ts'
import { type Pinned, pinnedAttempt } from '#app/attempts/pinned.server.ts'
import { auditInTx } from '#app/audit/audit.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { completeInTx } from '#app/ledger/complete-in-tx.server.ts'
import { saveEvent } from '#app/ledger/save-event.server.ts'
import { type Authority, auditIdOf, isSelf, mayManage } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { markAnswer } from '#app/questions/mark.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

export type Acceptance = { credit: number; isPassed: boolean } | { refusal: 'no-reason' | 'worse' | 'own' }

/**
 * Lets a late answer count, with a reason; accepting twice is accepting once. One that would earn less than the answer
 * in time is refused: accepting is a favour, and nobody does it for themselves. Null: not one who looks after the person, or there is no such late answer (or one taken back).
 */
export async function acceptLate(
  manager: Authority,
  attemptId: string,
  question: string,
  typedReason: string,
  now = new Date(),
): Promise<Acceptance | null> {
  const reason = reasonOf(typedReason)
  return write(async (tx) => {
    const pinned = await pinnedAttempt(tx, attemptId)
    if (!pinned) return null
    const isOwn = isSelf(manager, pinned.personId)
    if (isOwn ? !mayManage(manager) : !(await looksAfter(manager, pinned.personId, now, tx))) return null
    if (reason === '') return { refusal: 'no-reason' }
    const { inTime, late } = await answersInTx(tx, attemptId, question)
    if (!late || late.answer === null) return null
    if (isOwn) return { refusal: 'own' }
    if (creditOf(pinned, late) < creditOf(pinned, inTime)) return { refusal: 'worse' }
    const result = await acceptInTx(tx, late)
    if (inTime?.eventId !== late.eventId) await writeDown(tx, manager, pinned, { inTime, late, reason, now })
    if (result.isPassed) await completeInTx(tx, { personId: pinned.personId, editionId: pinned.editionId, at: now })
    return result
  })
}

function creditOf(pinned: Pinned, given: KeptAnswer | null): number {
  const question = given ? pinned.questions.get(given.question) : undefined
  return question && given ? markAnswer(question, given.answer).credit : 0
}

type Deed = { inTime: KeptAnswer | null; late: KeptAnswer; reason: string; now: Date }

async function writeDown(tx: Transaction, manager: Authority, pinned: Pinned, { inTime, late, reason, now }: Deed) {
  const event = {
    id: uuid(),
    at: now.toISOString(),
    edition: pinned.editionId,
    kind: 'late.accepted',
    attempt: pinned.id,
    question: late.question,
    answer: late.eventId,
    by: auditIdOf(manager) ?? 'command-line',
    reason,
  } as const
  await saveEvent(tx, pinned.personId, event, now)
  await auditInTx(tx, auditIdOf(manager), {
    verb: 'attempts.accept-late',
    subjectKind: 'attempt',
    subjectId: pinned.id,
    before: { question: late.question, answer: inTime?.eventId ?? null },
    after: { question: late.question, answer: late.eventId },
    reason,
  })
}
