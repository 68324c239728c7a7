import { v7 as uuid } from 'uuid'
import type { SentEvent } from '#app/ledger/event.ts'
import type { AnEdition } from '#tests/factories.ts'
import { rightAnswer } from '#tests/factories.ts'

type Common = { id?: string; at?: string }
const common = ({ id = uuid(), at = new Date().toISOString() }: Common = {}) => ({ id, at })

/** Events as a device would send them. */
export const did = {
  opened: (edition: AnEdition, lesson: string, when?: Common): SentEvent => ({
    ...common(when),
    edition: edition.id,
    kind: 'lesson.opened',
    lesson,
  }),
  studied: (edition: AnEdition, lesson: string, seconds: number, when?: Common): SentEvent => ({
    ...common(when),
    edition: edition.id,
    kind: 'lesson.studied',
    lesson,
    seconds,
  }),
  read: (edition: AnEdition, lesson: string, when?: Common): SentEvent => ({
    ...common(when),
    edition: edition.id,
    kind: 'lesson.read',
    lesson,
  }),
  practised: (edition: AnEdition, question: string, fields: Array<[string, string]>, when?: Common): SentEvent => ({
    ...common(when),
    edition: edition.id,
    kind: 'practice.answered',
    lesson: edition.practice.find((entry) => entry.question.id === question)?.lesson ?? '?',
    question,
    fields,
  }),
  answered: (
    edition: AnEdition,
    attempt: string,
    question: string,
    sequence: number,
    fields: Array<[string, string]>,
    when?: Common,
  ): SentEvent => ({
    ...common(when),
    edition: edition.id,
    kind: 'attempt.answered',
    attempt,
    question,
    sequence,
    fields,
  }),
  submitted: (edition: AnEdition, attempt: string, when?: Common): SentEvent => ({
    ...common(when),
    edition: edition.id,
    kind: 'attempt.submitted',
    attempt,
  }),
}

/** Everything in the lessons that the course asks for: read to the end, practice answered. */
export function allLessons(edition: AnEdition): SentEvent[] {
  return [
    ...edition.lessons.map((lesson) => did.read(edition, lesson)),
    ...edition.practice.map(({ question }) => did.practised(edition, question.id, rightAnswer(question))),
  ]
}
