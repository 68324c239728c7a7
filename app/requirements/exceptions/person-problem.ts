import type { Day } from '#app/i18n/day.ts'
import type { PersonProblem, Wanted } from '#app/requirements/exceptions/exception.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import type { Exception, Facts } from '#app/requirements/standing/facts.ts'
import { nextWindowAfter, type Occurrence, occurrenceOn } from '#app/requirements/standing/occurrence.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'

/**
 * Why an exception would do nothing for a person, or is there already; null: it may be given. Asked on the day itself, of
 * the facts as they are, so that what was given meanwhile by somebody else is seen.
 */
export function personProblem(
  requirement: Requirement | null,
  facts: Facts,
  wanted: Wanted,
  today: Day,
): PersonProblem | null {
  const holding = facts.exceptions.filter(({ takenBackDay }) => takenBackDay === null)
  if (wanted.kind === 'pause') return covered(holding, wanted) ? 'away-already' : null
  if (!requirement) return 'not-asked'
  const turn = occurrenceOn(requirement, facts.bound, today)
  if (wanted.kind === 'extension') return turn ? extensionProblem(requirement, facts, turn, wanted, today) : 'not-asked'
  if (!turn && !isAskedLater(requirement, facts, today)) return 'not-asked'
  if (covered(holding, wanted)) return 'excused-already'
  const isDone = standingOn(requirement, facts, today).doneDay !== null
  return isDone && turn && wanted.toDay <= turn.closesDay ? 'done-already' : null
}

/** The last day of a turn as it stands for the person; null: nothing is asked of them today. */
export function turnEnd(requirement: Requirement, facts: Facts, today: Day): Day | null {
  return occurrenceOn(requirement, facts.bound, today)?.closesDay ?? null
}

function extensionProblem(
  requirement: Requirement,
  facts: Facts,
  turn: Occurrence,
  { dueDay }: Wanted,
  today: Day,
): PersonProblem | null {
  const stands = standingOn(requirement, facts, today)
  if (stands.doneDay !== null) return 'done-already'
  if (dueDay === null || stands.dueDay === null || dueDay <= stands.dueDay) return 'due-not-later'
  return dueDay >= turn.closesDay || dueDay >= requirement.toDay ? 'due-beyond-window' : null
}

/** Bound today or later, and a window opens yet. */
function isAskedLater(requirement: Requirement, { bound }: Facts, today: Day): boolean {
  const opens = nextWindowAfter(requirement, today)
  return opens < requirement.toDay && bound.some(({ toDay }) => toDay > opens)
}

function covered(holding: readonly Exception[], { kind, requirementId, fromDay, toDay }: Wanted): boolean {
  return holding.some(
    (one) =>
      one.kind === kind &&
      (one.requirementId === null || one.requirementId === requirementId) &&
      one.fromDay <= fromDay &&
      toDay <= one.toDay,
  )
}
