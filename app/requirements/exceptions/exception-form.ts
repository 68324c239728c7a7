import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import { tidyName } from '#app/people/name.ts'
import { reasonOf } from '#app/people/reason.ts'
import type {
  ExceptionKind,
  ExceptionProblem,
  ExceptionProblems,
  FormProblem,
  Wanted,
} from '#app/requirements/exceptions/exception.ts'
import { isDay } from '#app/units/day-shape.ts'
import { never } from '#app/units/unit.ts'

/** As it is typed; '' where nothing was. An extension has a due day alone, the others a first day and the first day without. */
export type ExceptionForm = {
  kind: ExceptionKind
  requirementId: string | null
  fromDay?: string
  /** The first day on which it holds no more; '' or `never`: it has no end. */
  toDay?: string
  /** Of an extension: the new last day. */
  dueDay?: string
  reason: string
  documentNumber?: string
}

export type ReadForm = { wanted: Wanted; reason: string; documentNumber: string | null }

/** What a form says, or what is wrong with it, by box; whom it is about is not looked at here. */
export function readForm(form: ExceptionForm, today: Day): ReadForm | { problems: ExceptionProblems } {
  const { kind, dueDay = '' } = form
  const requirementId = kind === 'pause' ? null : form.requirementId || null
  const fromDay = kind === 'extension' ? today : form.fromDay || today
  const toDay = kind === 'extension' ? dayAfter(dueDay) : form.toDay || never
  const reason = reasonOf(form.reason)
  const problems = {
    requirement: kind !== 'pause' && requirementId === null ? 'requirement-needed' : null,
    ...(kind === 'extension' ? { dueDay: dueProblem(dueDay, today) } : periodProblems({ kind, fromDay, toDay }, today)),
    reason: reason === '' ? 'reason-needed' : null,
  } satisfies Record<string, FormProblem | null>
  const found = Object.entries(problems).flatMap(([box, problem]): Array<[string, ExceptionProblem]> => {
    return problem ? [[box, problem]] : []
  })
  if (found.length > 0) return { problems: Object.fromEntries(found) }
  const wanted = { kind, requirementId, fromDay, toDay, dueDay: kind === 'extension' ? dueDay : null }
  return { wanted, reason, documentNumber: documentNumberOf(form.documentNumber) }
}

/** A due day that was typed; null: nothing is wrong with it. */
export function dueProblem(dueDay: string, today: Day): FormProblem | null {
  if (!isDay(dueDay)) return 'day-wrong'
  return dueDay < today ? 'due-past' : null
}

/** The first day after one that was typed; what is no day stays as it is, and is refused as such. */
export function dayAfter(typed: string): string {
  return isDay(typed) ? addDays(typed, 1) : typed
}

function periodProblems({ kind, fromDay, toDay }: { kind: ExceptionKind; fromDay: string; toDay: string }, today: Day) {
  const from: FormProblem | null = isDay(fromDay) ? null : 'day-wrong'
  if (toDay === never) return { fromDay: from, toDay: null }
  if (!isDay(toDay)) return { fromDay: from, toDay: 'day-wrong' as const }
  if (from === null && toDay <= fromDay) return { fromDay: from, toDay: 'ends-before-begin' as const }
  return { fromDay: from, toDay: kind === 'waiver' && toDay <= today ? ('past-already' as const) : null }
}

const longestNumber = 60

function documentNumberOf(typed = ''): string | null {
  return tidyName(typed).slice(0, longestNumber) || null
}
