import type { LearnerAtDesk } from '#app/requirements/desk/learner-at-desk.server.ts'
import type { TraceEvent } from '#app/requirements/keeping/trace.ts'

/**
 * Of the events behind a standing, those that whoever was shown the person may know: what excuses somebody, and why, is not
 * the enterprise's; nor that of leave and waivers that were over, and of what was reported, before their sight begins.
 */
export function eventsSeen(
  events: readonly TraceEvent[],
  { isBand, historyFrom }: Pick<LearnerAtDesk, 'isBand' | 'historyFrom'>,
): TraceEvent[] {
  const from = historyFrom ?? ''
  return events.filter((event) => {
    if ('exception' in event) return !isBand && event.exception.toDay > from
    return event.kind !== 'reported' || event.day >= from
  })
}
