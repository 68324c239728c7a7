import type { Day } from '#app/i18n/day.ts'
import type { ExceptionKind } from '#app/requirements/exceptions/exception.ts'

/** What somebody asks for and nobody decided yet. */
export type OpenRequest = {
  id: string
  personId: string
  fullName: string
  unitName: string | null
  position: string | null
  kind: ExceptionKind
  title: string | null
  /** As it stands, as reported; null: not noted yet. */
  dueDay: Day | null
  /** Of an extension: the day that is asked for. */
  askedDay: Day | null
  toDay: Day
  reason: string
  documentNumber: string | null
  askedAt: Date | null
}
