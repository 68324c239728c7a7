import type { Transaction } from '#app/db/db.server.ts'
import { type EditionFacts, editionFacts, type Practice } from '#app/enrolments/edition-facts.server.ts'
import { enrolInTx, isKnownEnrolled } from '#app/enrolments/enrol-in-tx.server.ts'
import { practiseInTx } from '#app/enrolments/practise-in-tx.server.ts'
import { studyInTx } from '#app/enrolments/study-in-tx.server.ts'
import type { Receiving, Refused } from '#app/ledger/apply-in-tx.server.ts'
import { completeInTx } from '#app/ledger/complete-in-tx.server.ts'
import type { SentEvent } from '#app/ledger/event.ts'
import { momentOf } from '#app/ledger/moment.ts'
import { readAnswer } from '#app/ledger/read-answer.ts'
import { saveEvent } from '#app/ledger/save-event.server.ts'
import { studyOf } from '#app/ledger/study-of.ts'
import { markAnswer } from '#app/questions/mark.ts'

type Practised = Extract<SentEvent, { kind: 'practice.answered' }>
type Studied = Extract<SentEvent, { kind: 'lesson.opened' | 'lesson.studied' | 'lesson.read' }>

/** Inner step: a lesson was opened, studied or read to the end. */
export async function studyEventInTx(
  tx: Transaction,
  receiving: Receiving,
  event: Studied,
): Promise<'received' | Refused> {
  const { personId, receivedAt } = receiving
  const facts = await editionFacts(tx, event.edition)
  if (!facts?.lessons.has(event.lesson)) return 'notFound'
  if (!(await saveEvent(tx, personId, event, receivedAt))) return 'received'
  await ensureEnrolled(tx, receiving, facts)
  await studyInTx(tx, { personId, editionId: facts.id }, studyOf(event, receivedAt))
  if (event.kind !== 'lesson.opened') await completeInTx(tx, { personId, editionId: facts.id, at: receivedAt })
  return 'received'
}

/** Inner step: a practice question was answered. It is marked here, whatever the device thought of it. */
export async function practiseEventInTx(
  tx: Transaction,
  receiving: Receiving,
  event: Practised,
): Promise<'received' | Refused> {
  const { personId, receivedAt } = receiving
  const facts = await editionFacts(tx, event.edition)
  const asked = facts?.practice.get(event.question)
  if (!facts || asked?.lesson !== event.lesson) return 'notFound'
  const read = readAnswer(asked.question, event.fields)
  if ('isBad' in read) return 'badAnswer'
  if (read.answer === null) return 'noAnswer'
  if (!(await saveEvent(tx, personId, event, receivedAt))) return 'received'
  await ensureEnrolled(tx, receiving, facts)
  await practiseInTx(tx, {
    personId,
    editionId: facts.id,
    lesson: event.lesson,
    question: event.question,
    answer: read.answer,
    credit: bestCredit(asked, read.answer),
    at: momentOf(event, receivedAt),
    eventId: event.id,
  })
  await completeInTx(tx, { personId, editionId: facts.id, at: receivedAt })
  return 'received'
}

/** What may be typed is right in any language of the course: the event does not say which was read. */
function bestCredit({ question, translations }: Practice, answer: unknown): number {
  return Math.max(...[question, ...Object.values(translations)].map((version) => markAnswer(version, answer).credit))
}

/** Whoever learns in an edition is on it, pressed “enrol” or not. */
async function ensureEnrolled(tx: Transaction, { personId, receivedAt, enrolled }: Receiving, facts: EditionFacts) {
  if (enrolled.has(facts.id) || isKnownEnrolled(personId, facts.id)) return
  await enrolInTx(tx, { personId, courseId: facts.courseId, editionId: facts.id, at: receivedAt })
  enrolled.add(facts.id)
}
