import { type EarlierAttempt, type Refusal, refusalOf } from '#app/attempts/may-open.ts'
import type { ExamRules } from '#app/courses/course-sheet.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { renewalSince } from '#app/enrolments/renewal-since.server.ts'

type Asked = {
  personId: string
  courseId: string
  rules: Pick<ExamRules, 'attempts' | 'waitHours'>
  earlier: readonly EarlierAttempt[]
  now: Date
}

export type MayOpen = {
  refusal: Refusal | null
  /** The course is to be passed again, and only attempts since then count. */
  renewedSince: Date | null
}

/**
 * Whether somebody may begin an exam, as the course's rules and a renewal that is open have it. One query, and only where
 * the rules alone refuse: who completed a course has passed its exam.
 */
export async function refusalFor(reads: Pick<Transaction, 'select'>, asked: Asked): Promise<MayOpen> {
  const { personId, courseId, rules, earlier, now } = asked
  const refusal = refusalOf(rules, earlier, now)
  const renewedSince = refusal ? await renewalSince(reads, personId, courseId) : null
  return { refusal: renewedSince ? refusalOf(rules, earlier, now, renewedSince) : refusal, renewedSince }
}
