import { attempts } from '#app/attempts/schema.ts'

/** What is told of an attempt without its paper. */
export const attemptLine = {
  id: attempts.id,
  number: attempts.number,
  openedAt: attempts.openedAt,
  deadlineAt: attempts.deadlineAt,
  submittedAt: attempts.submittedAt,
  closedAt: attempts.closedAt,
  credit: attempts.credit,
  isPassed: attempts.isPassed,
}

export type AttemptLine = Pick<typeof attempts.$inferSelect, keyof typeof attemptLine>
