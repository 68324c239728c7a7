import { randomUUID } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { isOverdue } from '#app/attempts/deadline.ts'
import { drawPaper } from '#app/attempts/draw.ts'
import { attemptsAt } from '#app/attempts/earlier.server.ts'
import type { Refusal } from '#app/attempts/may-open.ts'
import { type Opening, openInTx } from '#app/attempts/open-in-tx.server.ts'
import { keepPinned, pin } from '#app/attempts/pinned.server.ts'
import { poolIn } from '#app/attempts/pool.server.ts'
import { refusalFor } from '#app/attempts/refusal-for.server.ts'
import { deadlineInTx } from '#app/attempts/timing-in-tx.server.ts'
import { isTranslated } from '#app/courses/sheet-in.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { type EditionFacts, editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { currentCourse } from '#app/enrolments/enrol.server.ts'
import { enrolInTx } from '#app/enrolments/enrol-in-tx.server.ts'
import { enrolmentOf } from '#app/enrolments/enrolment-of.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import { closeAttemptInTx } from '#app/ledger/close.server.ts'
import { saveEvent } from '#app/ledger/save-event.server.ts'
import type { Actor } from '#app/people/person.ts'

export type OpenedAttempt = { attempt: string } | { refusal: Refusal }

type Outcome = OpenedAttempt & { opening?: Opening }

/**
 * Begins the exam of a course, or goes on with the attempt that is open: on another device, in another tab.
 * The paper is drawn by a seed from the edition the person is on, and stays with the attempt, in the language it was begun in
 * if the course has that. Null: no such course or exam.
 */
export async function openAttempt(
  person: Actor,
  courseSlug: string,
  examKey: string,
  now = new Date(),
  language?: Locale,
): Promise<OpenedAttempt | null> {
  const outcome = await write((tx) => openOrResume(tx, person.id, courseSlug, { exam: examKey, language }, now))
  if (!outcome) return null
  const { opening, ...opened } = outcome
  if (opening) keepPinned(pin(opening))
  return opened
}

async function openOrResume(
  tx: Transaction,
  personId: string,
  slug: string,
  { exam, language }: { exam: string; language: Locale | undefined },
  now: Date,
): Promise<Outcome | null> {
  const facts = await editionFor(tx, personId, slug)
  if (!facts || facts.sheet.exam.key !== exam) return null
  let earlier = await attemptsAt(tx, personId, facts.id, exam)
  const open = earlier.find((attempt) => attempt.closedAt === null)
  if (open && !isOverdue(open, now)) return { attempt: open.id }
  if (open?.deadlineAt) {
    await closeAttemptInTx(tx, open.id, { by: 'deadline', at: open.deadlineAt })
    earlier = await attemptsAt(tx, personId, facts.id, exam)
  }
  const { courseId, sheet } = facts
  const { refusal } = await refusalFor(tx, { personId, courseId, rules: sheet.exam, earlier, now })
  if (refusal) return { refusal }
  return beginNew(tx, personId, facts, { number: earlier.length + 1, language }, now)
}

/** The edition the person is on; a first comer gets the current one. */
async function editionFor(tx: Transaction, personId: string, slug: string): Promise<EditionFacts | null> {
  const course = await currentCourse(tx, slug)
  if (!course) return null
  const enrolment = await enrolmentOf(tx, personId, course.id)
  return editionFacts(tx, enrolment?.editionId ?? course.editionId)
}

async function beginNew(
  tx: Transaction,
  personId: string,
  facts: EditionFacts,
  { number, language }: { number: number; language: Locale | undefined },
  now: Date,
): Promise<Outcome> {
  const { exam, lessons } = facts.sheet
  const other = language && isTranslated(facts.sheet, language) ? { language } : {}
  const pool = await poolIn(tx, facts.id, other.language)
  const drawn = drawPaper(
    lessons.map(({ lesson }) => lesson),
    exam.perLesson,
    pool,
    randomUUID(),
  )
  const paper = { ...drawn, ...other }
  if (paper.questions.length === 0) return { refusal: { kind: 'not-yet' } }
  const deadlineAt = await deadlineInTx(tx, { personId, openedAt: now, timeLimitMinutes: exam.timeLimitMinutes })
  const opening = {
    id: uuid(),
    personId,
    editionId: facts.id,
    exam: exam.key,
    number,
    paper,
    openedAt: now,
    deadlineAt,
  }
  await enrolInTx(tx, { personId, courseId: facts.courseId, editionId: facts.id, at: now })
  if (!(await openInTx(tx, opening))) throw new Error('an attempt was opened inside another write')
  await saveEvent(tx, personId, openingEvent(opening), now)
  return { attempt: opening.id, opening }
}

/** The ledger holds which questions, not their keys: the edition keeps the wording, and never changes. */
function openingEvent({ id, editionId, exam, number, paper, openedAt, deadlineAt }: Opening) {
  return {
    id: uuid(),
    at: openedAt.toISOString(),
    edition: editionId,
    kind: 'attempt.opened',
    attempt: id,
    exam,
    number,
    paper: { ...paper, questions: paper.questions.map((entry) => entry.question.id) },
    deadline: deadlineAt?.toISOString() ?? null,
  } as const
}
