import { asc, eq, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { unitAliases } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Other names of a unit, to be found by. One query. Decides no permission: who may read the page of the unit may read them. */
export async function aliasesOf(unitId: string, reads: Reads = db): Promise<string[]> {
  return (await readAliases(reads, { unitId })).map(({ text }) => text)
}

const readAliases = statement((reads: Reads) =>
  reads
    .select({ text: unitAliases.text })
    .from(unitAliases)
    .where(eq(unitAliases.unitId, sql.placeholder('unitId')))
    .orderBy(asc(unitAliases.text)),
)
