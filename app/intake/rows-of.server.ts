import { and, asc, eq, gt, inArray, isNull, like, notLike, type SQLWrapper, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Verdict } from '#app/intake/batch.ts'
import type { ConflictKind } from '#app/intake/conflict-kinds.ts'
import type { Row } from '#app/intake/in-steps.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { intakeRows } from '#app/intake/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'

export type Asked = {
  /** Of one verdict; without one all. */
  verdict?: Verdict | undefined
  isUndecided?: boolean
  /** In conflict for one reason. */
  kind?: ConflictKind | undefined
  /** With a cell that somebody should look at. */
  isDoubtful?: boolean
  /** The last row of the page before. */
  after?: number
  limit?: number
}
export type Known = { id: string; fullName: string; birthYear: number | null; username: string }
/** A row with the people it may be, the likeliest first. */
export type TellingRow = Omit<Row, 'candidates' | 'identity'> & { candidates: Known[] }

/** A page of a list's rows in the order of the file. Null: not there, or not this actor's. */
export async function rowsOf(who: Authority, batchId: string, asked: Asked = {}, now = new Date()) {
  if (!(await ownBatch(who, batchId, now))) return null
  return pageOf(batchId, asked)
}

/** Inside verbs that have asked whose it is. */
export async function pageOf(
  batchId: string,
  { verdict, isUndecided, kind, isDoubtful, after = 0, limit = 50 }: Asked,
) {
  const wanted = and(
    verdict && eq(intakeRows.verdict, verdict),
    isUndecided ? isNull(intakeRows.decision) : undefined,
    kind && like(asText(intakeRows.reasons), `%"${kind}"%`),
    isDoubtful ? notLike(asText(intakeRows.understood), '%"doubts":{}%') : undefined,
    gt(intakeRows.row, after),
  )
  const rows = await db
    .select()
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), wanted))
    .orderBy(asc(intakeRows.row))
    .limit(limit)
  const known = await peopleWith(rows.flatMap(({ candidates }) => candidates ?? []))
  return rows.map(
    ({ identity: _, candidates, ...row }): TellingRow => ({
      ...row,
      candidates: (candidates ?? []).flatMap((id) => known.get(id) ?? []),
    }),
  )
}

/** JSON as it is kept: PostgreSQL puts spaces into it. */
function asText(column: SQLWrapper) {
  return sql<string>`replace(cast(${column} as text), ': ', ':')`
}

async function peopleWith(ids: string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, fullName: people.fullName, birthYear: people.birthYear, username: people.username })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map((row) => [row.id, row]))
}
