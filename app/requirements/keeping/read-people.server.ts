import { and, type Column, eq, ne, type SQL, sql } from 'drizzle-orm'
import { certificates } from '#app/certificates/schema.ts'
import { editions } from '#app/courses/schema.ts'
import { idsStatement } from '#app/db/ids-statement.server.ts'
import { statement } from '#app/db/statement.server.ts'
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
  const rows = isOne ? [] : await foldedInto(reads, personIds)
  const keptBy = new Map(rows.map(({ personId, keptId }) => [personId, keptId]))
  const ids = [...personIds, ...keptBy.keys()]
  const ownerOf = (personId: string) => (isOne ? only : (keptBy.get(personId) ?? personId))
  const of = (personId: string) => found.get(ownerOf(personId))

  for (const { personId, ...place } of await placesOf(reads, ids, isOne)) {
    of(personId)?.places.push({ ...place, position: fold(place.position) })
  }
  for (const { personId, requirementId, ...period } of await namesOf(reads, ids, isOne)) {
    const named = of(personId)?.named
    named?.set(requirementId, [...(named.get(requirementId) ?? []), period])
  }
  const papers = new Map<string, Paper[]>()
  for (const { personId, ...paper } of await papersOf(reads, ids, isOne)) {
    const owner = ownerOf(personId)
    papers.set(owner, [...(papers.get(owner) ?? []), paper])
  }
  for (const [personId, own] of papers) of(personId)?.completed.push(...completedFrom(own))
  for (const row of await exceptionsOf(reads, ids, isOne)) of(row.personId)?.exceptions.push(exceptionFrom(row))
  return found
}

/** A condition on a column of people's ids. */
type Theirs = (column: Column) => SQL | undefined
type Reading = Pick<Reads, 'select'>
type Building<Row> = { prepare(): { execute(values: Record<string, unknown>): PromiseLike<Row[]> } }

const none = (): PersonFacts => ({ places: [], named: new Map(), completed: [], exceptions: [] })

const foldedInto = idsStatement((reads, isOneOfThem) => reads.select().from(aliases).where(isOneOfThem(aliases.keptId)))

const placesOf = ofPeople((reads, isTheirs) => {
  const { personId, unitId, originId, category, position, fromDay, toDay } = memberships
  return reads
    .select({ personId, unitId, originId, category, position, fromDay, toDay })
    .from(memberships)
    .where(isTheirs(memberships.personId))
})

const namesOf = ofPeople((reads, isTheirs) =>
  reads.select().from(requirementPeople).where(isTheirs(requirementPeople.personId)),
)

const papersOf = ofPeople((reads, isTheirs) => {
  const { id, personId, issuedAt, replacesId, revokedAt } = certificates
  return reads
    .select({ id, personId, issuedAt, replacesId, revokedAt, courseId: editions.courseId })
    .from(certificates)
    .innerJoin(editions, eq(editions.id, certificates.editionId))
    .where(isTheirs(certificates.personId))
})

/** Asked for or refused decides nothing. */
const exceptionsOf = ofPeople((reads, isTheirs) => {
  const isDecided = and(ne(exceptions.state, 'asked'), ne(exceptions.state, 'refused'))
  return reads
    .select()
    .from(exceptions)
    .where(and(isTheirs(exceptions.personId), isDecided))
})

/** A query about some people, or about one with what was folded into theirs; prepared once a connection either way. */
function ofPeople<Row>(build: (reads: Reading, isTheirs: Theirs) => Building<Row>) {
  const ofMany = idsStatement(build)
  const ofOne = statement((reads: Reading) =>
    build(reads, (column) => isOfPerson(column, sql.placeholder('personId'), reads)),
  )
  return async (reads: Reading, ids: string[], isOne: boolean): Promise<Row[]> =>
    isOne ? ofOne(reads, { personId: ids[0] }) : ofMany(reads, ids)
}

function exceptionFrom(row: typeof exceptions.$inferSelect): Exception {
  const { id, kind, requirementId, fromDay, toDay, dueDay, decidedAt, takenBackAt } = row
  if (!decidedAt) throw new Error(`exception ${id} holds and nobody decided it`)
  const takenBackDay = takenBackAt ? dayOf(takenBackAt) : null
  return { id, kind, requirementId, fromDay, toDay, dueDay, givenDay: dayOf(decidedAt), takenBackDay }
}
