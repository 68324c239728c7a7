import type { Day } from '#app/i18n/day.ts'
import type { ExceptionKind, ExceptionState } from '#app/requirements/exceptions/exception.ts'

/** An exception as pages tell it. Who decided: a name; '' for who closed their account since; null for the command line. */
export type ShownException = {
  id: string
  personId: string
  kind: ExceptionKind
  requirementId: string | null
  /** Of the requirement; null: of all. */
  title: string | null
  fromDay: Day
  toDay: Day
  dueDay: Day | null
  reason: string
  documentNumber: string | null
  /** Null: nobody asked. */
  askedAt: Date | null
  state: ExceptionState
  decidedAt: Date | null
  decidedBy: string | null
  decisionReason: string | null
  takenBackAt: Date | null
  takenBackBy: string | null
  takenBackReason: string | null
}
