import type { SentEvent } from '#app/ledger/event.ts'

/** What a visitor without an account did in an edition, from the events this device keeps: lesson → how far. */
export function visitorLessons(events: SentEvent[], edition: string): Record<string, 'opened' | 'read'> {
  const lessons: Record<string, 'opened' | 'read'> = {}
  for (const event of events) {
    if (event.edition !== edition || !('lesson' in event)) continue
    if (event.kind === 'lesson.read') lessons[event.lesson] = 'read'
    else lessons[event.lesson] ??= 'opened'
  }
  return lessons
}
