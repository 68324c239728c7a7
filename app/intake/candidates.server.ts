import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Candidate, Sought } from '#app/intake/judge.ts'
import { identityNumbers, people } from '#app/people/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type Reach = { unitId: string; fromDay: string; isEverything: boolean }
export type SoughtByNumber = Sought & {
  /** The keyed hash of the identity number. */
  numberHash: string | null
  /** A user name that the list may mean by the number of staff. */
  username: string | null
}

/** Everybody who may be one of some hundred people of a list, each of them once. Six queries. */
export async function candidatesFor(reads: Reads, sought: readonly SoughtByNumber[], reach: Reach) {
  const found = new Map<string, OpenPerson>()
  for (const row of await openPeople(reads, sought)) found.set(row.id, row)
  const ids = [...found.keys()]
  const hashes = await hashesOf(reads, ids)
  const places = await placesOf(reads, ids, reach.fromDay)
  const below = await unitsBelow(reads, reach)
  const byName = new Map<string, Candidate[]>()
  const byNumber = new Map<string, Candidate[]>()
  for (const { id, folded, birthYear, phone, username } of found.values()) {
    const unitIds = places.get(id) ?? []
    const isWithinReach = reach.isEverything || unitIds.length === 0 || unitIds.some((unit) => below.has(unit))
    const one: Candidate = { id, folded, birthYear, phone, unitIds, isWithinReach, hasSameNumber: false }
    note(byName, folded, one)
    note(byNumber, `@${username}`, { ...one, hasSameNumber: true })
    const hash = hashes.get(id)
    if (hash) note(byNumber, hash, { ...one, hasSameNumber: true })
  }
  return (one: SoughtByNumber): Candidate[] => [
    ...(one.numberHash ? (byNumber.get(one.numberHash) ?? []) : []),
    ...(one.username ? (byNumber.get(`@${one.username}`) ?? []) : []),
    ...(byName.get(one.folded) ?? []).filter(({ id }) => !isAnother(one.numberHash, hashes.get(id))),
  ]
}

/** The same name with another number is another person. */
function isAnother(numberHash: string | null, hash: string | undefined): boolean {
  return numberHash !== null && hash !== undefined && numberHash !== hash
}

const toCompare = {
  id: people.id,
  folded: people.folded,
  birthYear: people.birthYear,
  phone: people.phone,
  username: people.username,
}
type OpenPerson = Pick<typeof people.$inferSelect, keyof typeof toCompare>

/** By name and year of birth, by name alone where the list tells no year, by name and phone, and by number. */
async function openPeople(reads: Reads, sought: readonly SoughtByNumber[]) {
  const pairs = sought.flatMap(({ folded, birthYear }) => (birthYear === null ? [] : [sql`(${folded}, ${birthYear})`]))
  const yearless = distinct(sought.flatMap(({ folded, birthYear }) => (birthYear === null ? [folded] : [])))
  const names = distinct(sought.map(({ folded }) => folded))
  const phones = distinct(sought.flatMap(({ phone }) => phone ?? []))
  const usernames = distinct(sought.flatMap(({ username }) => username ?? []))
  const hashes = distinct(sought.flatMap(({ numberHash }) => numberHash ?? []))
  const ways = [
    pairs.length > 0 && sql`(${people.folded}, ${people.birthYear}) in (${sql.join(pairs, sql`, `)})`,
    yearless.length > 0 && inArray(people.folded, yearless),
    and(inArray(people.folded, names), isNull(people.birthYear)),
    phones.length > 0 && and(inArray(people.phone, phones), inArray(people.folded, names)),
    usernames.length > 0 && inArray(people.username, usernames),
    hashes.length > 0 && inArray(people.id, ofNumbers(reads, hashes)),
  ]
  // One by one, so that each takes its own index: an OR of them all reads everybody.
  const rows: OpenPerson[] = []
  for (const way of ways)
    if (way)
      rows.push(
        ...(await reads
          .select(toCompare)
          .from(people)
          .where(and(way, isNull(people.closedAt)))),
      )
  return rows
}

function ofNumbers(reads: Reads, hashes: string[]) {
  return reads
    .select({ personId: identityNumbers.personId })
    .from(identityNumbers)
    .where(inArray(identityNumbers.hash, hashes))
}

async function hashesOf(reads: Reads, ids: string[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (const some of pieces(ids))
    for (const { personId, hash } of await reads
      .select({ personId: identityNumbers.personId, hash: identityNumbers.hash })
      .from(identityNumbers)
      .where(inArray(identityNumbers.personId, some)))
      hashes.set(personId, hash)
  return hashes
}

async function placesOf(reads: Reads, ids: string[], day: string): Promise<Map<string, string[]>> {
  const places = new Map<string, string[]>()
  for (const some of pieces(ids))
    for (const { personId, unitId } of await reads
      .select({ personId: memberships.personId, unitId: memberships.unitId })
      .from(memberships)
      .where(and(inArray(memberships.personId, some), onDay(memberships, day))))
      note(places, personId, unitId)
  return places
}

async function unitsBelow(reads: Reads, { unitId, fromDay, isEverything }: Reach): Promise<Set<string>> {
  if (isEverything) return new Set()
  const rows = await reads
    .select({ unitId: unitLines.unitId })
    .from(unitLines)
    .where(and(eq(unitLines.ancestorId, unitId), onDay(unitLines, fromDay)))
  return new Set(rows.map((line) => line.unitId))
}

function note<Value>(groups: Map<string, Value[]>, key: string, value: Value) {
  const group = groups.get(key)
  if (group) group.push(value)
  else groups.set(key, [value])
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)]
}

function pieces<T>(list: T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / 500) }, (_, at) => list.slice(at * 500, (at + 1) * 500))
}
