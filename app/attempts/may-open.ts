import type { ExamRules } from '#app/courses/course-sheet.ts'

export type EarlierAttempt = { id: string; number: number; closedAt: Date | null; isPassed: boolean | null }

/** Why an exam cannot be begun now. `not-yet`: it has no questions. */
export type Refusal =
  | { kind: 'passed'; attempt: string }
  | { kind: 'used-up'; attempts: number }
  | { kind: 'wait'; until: Date }
  | { kind: 'not-yet' }

/** What the course's rules say to one more attempt after these; null: go on. */
export function refusalOf(
  rules: Pick<ExamRules, 'attempts' | 'waitHours'>,
  earlier: readonly EarlierAttempt[],
  now: Date,
): Refusal | null {
  const passed = earlier.find((attempt) => attempt.isPassed)
  if (passed) return { kind: 'passed', attempt: passed.id }
  if (rules.attempts !== null && earlier.length >= rules.attempts) return { kind: 'used-up', attempts: rules.attempts }
  const until = waitUntil(rules, earlier)
  return until && until > now ? { kind: 'wait', until } : null
}

function waitUntil(rules: Pick<ExamRules, 'waitHours'>, earlier: readonly EarlierAttempt[]): Date | null {
  const last = Math.max(0, ...earlier.map((attempt) => attempt.closedAt?.getTime() ?? 0))
  return last > 0 && rules.waitHours > 0 ? new Date(last + rules.waitHours * 3_600_000) : null
}
