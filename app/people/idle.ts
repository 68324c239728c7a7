import type { Role } from '#app/people/person.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/**
 * How long a session lasts without a sign of life. Three minutes on a shared device, 15 minutes for who can see others'
 * data. A learner's own phone keeps 30 days: re-typing a password is what drives beginners away; what is in reach is
 * their own learning, and changes of the account ask for the password again.
 */
export function idleLimitMs(role: Role, isShared: boolean): number {
  if (isShared) return 3 * minuteMs
  return role === 'administrator' || role === 'manager' ? 15 * minuteMs : 30 * dayMs
}

/** A sign of life is written at most once in this time: a minute, or sooner where the limit itself is short. */
export function signOfLifeMs(limitMs: number): number {
  return Math.min(minuteMs, limitMs / 12)
}
