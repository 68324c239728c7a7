import { and, type Column, eq, inArray, ne, type SQL } from 'drizzle-orm'
import { certificates } from '#app/certificates/schema.ts'
import { editions } from '#app/courses/schema.ts'
import { dayOf } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import { aliases } from '#app/people/schema.ts'
import { completedFrom, type Paper } from '#app/requirements/keeping/completed-from.ts'
import { exceptions, requirementPeople } from '#app/requirements/schema.ts'
import type { Place } from '#app/requirements/standing/audience.ts'
import type { Completed, Exception } from '#app/requirements/standing/facts.ts'
import type { Period } from '#app/units/period.ts'
import { memberships } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** All of a person that standings are decided by, whatever the requirement. */
export type PersonFacts = {
  places: Place[]
  /** By the requirement that names them. */
  named: Map<string, Period[]>
  completed: Completed[]
  exceptions: Exception[]
}

/**
 * The facts of some people, of accounts that were folded into theirs too: at most 500 at once, five queries; four of one
 * person, whose folded accounts need not be told apart.
 */
export async function readPeople(reads: Reads, personIds: readonly string[]): Promise<Map<string, PersonFacts>> {
  const found = new Map(personIds.map((id) => [id, none()]))
  const [only, second] = personIds
  const isOne = only !== undefined && second === undefined
  const rows = isOne
    ? []
    : await reads
        .select()
        .from(aliases)
        .where(inArray(aliases.keptId, [...personIds]))
  const keptBy = new Map(rows.map(({ personId, keptId }) => [personId, keptId]))
  const ids = [...personIds, ...keptBy.keys()]
  const isTheirs: Theirs = (column) => (isOne ? isOfPerson(column, only, reads) : inArray(column, ids))
  const ownerOf = (personId: string) => (isOne ? only : (keptBy.get(personId) ?? personId))
  const of = (personId: string) => found.get(ownerOf(personId))

  for (const { personId, ...place } of await placesOf(reads, isTheirs)) {
    of(personId)?.places.push({ ...place, position: fold(place.position) })
  }
  for (const { personId, requirementId, ...period } of await namesOf(reads, isTheirs)) {
    const named = of(personId)?.named
    named?.set(requirementId, [...(named.get(requirementId) ?? []), period])
  }
  const papers = new Map<string, Paper[]>()
  for (const { personId, ...paper } of await papersOf(reads, isTheirs)) {
    const owner = ownerOf(personId)
    papers.set(owner, [...(papers.get(owner) ?? []), paper])
  }
  for (const [personId, own] of papers) of(personId)?.completed.push(...completedFrom(own))
  for (const row of await exceptionsOf(reads, isTheirs)) of(row.personId)?.exceptions.push(exceptionFrom(row))
  return found
}

/** A condition on a column of people's ids. */
type Theirs = (column: Column) => SQL | undefined

const none = (): PersonFacts => ({ places: [], named: new Map(), completed: [], exceptions: [] })

function placesOf(reads: Reads, isTheirs: Theirs) {
  const { personId, unitId, originId, category, position, fromDay, toDay } = memberships
  return reads
    .select({ personId, unitId, originId, category, position, fromDay, toDay })
    .from(memberships)
    .where(isTheirs(memberships.personId))
}

function namesOf(reads: Reads, isTheirs: Theirs) {
  return reads.select().from(requirementPeople).where(isTheirs(requirementPeople.personId))
}

function papersOf(reads: Reads, isTheirs: Theirs): Promise<Array<Paper & { personId: string }>> {
  const { id, personId, issuedAt, replacesId, revokedAt } = certificates
  return reads
    .select({ id, personId, issuedAt, replacesId, revokedAt, courseId: editions.courseId })
    .from(certificates)
    .innerJoin(editions, eq(editions.id, certificates.editionId))
    .where(isTheirs(certificates.personId))
}

/** Asked for or refused decides nothing. */
function exceptionsOf(reads: Reads, isTheirs: Theirs) {
  const isDecided = and(ne(exceptions.state, 'asked'), ne(exceptions.state, 'refused'))
  return reads
    .select()
    .from(exceptions)
    .where(and(isTheirs(exceptions.personId), isDecided))
}

function exceptionFrom(row: typeof exceptions.$inferSelect): Exception {
  const { id, kind, requirementId, fromDay, toDay, dueDay, decidedAt, takenBackAt } = row
  if (!decidedAt) throw new Error(`exception ${id} holds and nobody decided it`)
  const takenBackDay = takenBackAt ? dayOf(takenBackAt) : null
  return { id, kind, requirementId, fromDay, toDay, dueDay, givenDay: dayOf(decidedAt), takenBackDay }
}
