import { and, asc, inArray, isNotNull, isNull, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { RequirementHead } from '#app/requirements/desk/requirement-head.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import { requirements } from '#app/requirements/schema.ts'

type Heads = {
  heads: RequirementHead[]
  /** Published, and the keeper has not yet worked out whom they mean. */
  unkept: Array<RequirementHead & { clauses: Clause[] }>
}

/** Some requirements in the order they were made, and those that no figure counts yet. Decides no permission. One query. */
export async function headsOf(ids: readonly string[]): Promise<Heads> {
  const rows = await db
    .select({ ...columns, clauses: requirements.clauses, keptAt: requirements.keptAt })
    .from(requirements)
    .where(
      or(inArray(requirements.id, [...ids]), and(isNotNull(requirements.publishedAt), isNull(requirements.keptAt))),
    )
    .orderBy(asc(requirements.id))
  return {
    heads: rows.filter(({ id }) => ids.includes(id)).map(({ clauses: _, keptAt: __, ...head }) => head),
    unkept: rows.filter(({ keptAt }) => keptAt === null).map(({ keptAt: _, ...head }) => head),
  }
}

const columns = {
  id: requirements.id,
  title: requirements.title,
  unitName: requirements.unitName,
  decisionNumber: requirements.decisionNumber,
  decisionDay: requirements.decisionDay,
  window: requirements.window,
  toDay: requirements.toDay,
}
