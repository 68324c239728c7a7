import type { ExamRules } from '#app/courses/course-sheet.ts'

export type EarlierAttempt = { id: string; number: number; closedAt: Date | null; isPassed: boolean | null }

/** Why an exam cannot be begun now. `not-yet`: it has no questions. */
export type Refusal =
  | { kind: 'passed'; attempt: string }
  | { kind: 'used-up'; attempts: number }
  | { kind: 'wait'; until: Date }
  | { kind: 'not-yet' }

/**
 * What the course's rules say to one more attempt after these; null: go on. Since a renewal was opened, what was closed
 * before it counts no more, neither the pass nor the attempts used up; a wait that began earlier still runs to its end.
 */
export function refusalOf(
  rules: Pick<ExamRules, 'attempts' | 'waitHours'>,
  earlier: readonly EarlierAttempt[],
  now: Date,
  renewedSince: Date | null = null,
): Refusal | null {
  const counting = countingSince(renewedSince, earlier)
  const passed = counting.find((attempt) => attempt.isPassed)
  if (passed) return { kind: 'passed', attempt: passed.id }
  if (rules.attempts !== null && counting.length >= rules.attempts) return { kind: 'used-up', attempts: rules.attempts }
  const until = waitUntil(rules, earlier)
  return until && until > now ? { kind: 'wait', until } : null
}

/** The attempts that count: all of them, or those not closed before a renewal was opened. */
export function countingSince<Attempt extends Pick<EarlierAttempt, 'closedAt'>>(
  renewedSince: Date | null,
  attempts: readonly Attempt[],
): Attempt[] {
  return attempts.filter(({ closedAt }) => renewedSince === null || closedAt === null || closedAt >= renewedSince)
}

function waitUntil(rules: Pick<ExamRules, 'waitHours'>, earlier: readonly EarlierAttempt[]): Date | null {
  const last = Math.max(0, ...earlier.map((attempt) => attempt.closedAt?.getTime() ?? 0))
  return last > 0 && rules.waitHours > 0 ? new Date(last + rules.waitHours * 3_600_000) : null
}
