import { v7 as uuid } from 'uuid'
import type { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import type { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import type { LearningEvent } from '#app/ledger/event.ts'
import type { events } from '#app/ledger/schema.ts'

/** The rows of one person's work in one course: events, and beside them what the app's verbs would have projected. */
export type Work = {
  events: Array<typeof events.$inferInsert>
  enrolments: Array<typeof enrolments.$inferInsert>
  progress: Array<typeof lessonProgress.$inferInsert>
  practice: Array<typeof practiceAnswers.$inferInsert>
  attempts: Array<typeof attempts.$inferInsert>
  answers: Array<typeof attemptAnswers.$inferInsert>
}

export const noWork = (): Work => ({
  events: [],
  enrolments: [],
  progress: [],
  practice: [],
  attempts: [],
  answers: [],
})

type Learner = { personId: string; editionId: string }

/** Notes an event, received the moment it happened; the id it got. */
export function note(work: Work, { personId, editionId }: Learner, at: Date, said: (common: Common) => LearningEvent) {
  const event = said({ id: uuid(), at: at.toISOString(), edition: editionId })
  const { id, kind } = event
  work.events.push({ personId, id, editionId, kind, content: event, happenedAt: at, receivedAt: at })
  return id
}

type Common = { id: string; at: string; edition: string }
