import type { Study } from '#app/enrolments/study.ts'
import type { LearningEvent } from '#app/ledger/event.ts'
import { momentOf } from '#app/ledger/moment.ts'

type Studied = Extract<LearningEvent, { kind: 'lesson.opened' | 'lesson.studied' | 'lesson.read' }>

/** An event as progress counts it. */
export function studyOf(event: Studied, receivedAt: Date): Study {
  const at = momentOf(event, receivedAt)
  if (event.kind === 'lesson.studied') return { lesson: event.lesson, kind: 'studied', at, seconds: event.seconds }
  return { lesson: event.lesson, kind: event.kind === 'lesson.read' ? 'read' : 'opened', at, seconds: 0 }
}
