import { and, inArray, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { attempts, timeAllowances } from '#app/attempts/schema.ts'
import { certificates } from '#app/certificates/schema.ts'
import { enrolments, lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import { events } from '#app/ledger/schema.ts'
import { aliases, consents, keptApart, merges, people } from '#app/people/schema.ts'
import { memberships, roleHoldings } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * Who of some hundred people has done anything, or had anything done, since a list made their accounts: signed in,
 * learnt, got a paper, a role or another place. Their accounts and records stay whatever becomes of the list.
 */
export async function whoActed(reads: Reads, ids: readonly string[], batchId: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const these = [...ids]
  const acted = new Set<string>()
  const note = (rows: Array<{ id: string }>) => {
    for (const { id } of rows) acted.add(id)
  }
  const signed = and(inArray(people.id, these), or(isNotNull(people.passwordHash), ne(people.role, 'learner')))
  note(await reads.select({ id: people.id }).from(people).where(signed))
  for (const { personId } of tellingOfOne)
    note(await reads.selectDistinct({ id: personId }).from(personId.table).where(inArray(personId, these)))
  for (const column of [merges.keptId, merges.foldedId, aliases.keptId, keptApart.oneId, keptApart.otherId])
    note(await reads.selectDistinct({ id: column }).from(column.table).where(inArray(column, these)))
  const elsewhere = or(ne(memberships.batchId, batchId), isNull(memberships.batchId))
  const placed = and(inArray(memberships.personId, these), elsewhere)
  note(await reads.selectDistinct({ id: memberships.personId }).from(memberships).where(placed))
  return acted
}

const tellingOfOne = [
  events,
  enrolments,
  lessonProgress,
  practiceAnswers,
  attempts,
  timeAllowances,
  certificates,
  consents,
  aliases,
  roleHoldings,
]
