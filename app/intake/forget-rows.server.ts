import { and, asc, eq, lte } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { intakeRows } from '#app/intake/schema.ts'

/** The rows of a batch are gone, some hundred a write. */
export async function forgetRows(batchId: string): Promise<void> {
  for (;;) {
    const left = await write(async (tx) => {
      const rows = await tx
        .select({ row: intakeRows.row })
        .from(intakeRows)
        .where(eq(intakeRows.batchId, batchId))
        .orderBy(asc(intakeRows.row))
        .limit(2_000)
      const last = rows.at(-1)?.row
      if (last === undefined) return 0
      await tx.delete(intakeRows).where(and(eq(intakeRows.batchId, batchId), lte(intakeRows.row, last)))
      return rows.length
    })
    if (left < 2_000) return
  }
}
