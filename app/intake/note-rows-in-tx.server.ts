import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { intakeRows } from '#app/intake/schema.ts'

type NewRow = typeof intakeRows.$inferInsert

const verdicts = {
  verdict: sql`excluded.verdict`,
  reasons: sql`excluded.reasons`,
  unitId: sql`excluded.unit_id`,
  candidates: sql`excluded.candidates`,
  personId: sql`excluded.person_id`,
  decision: sql`excluded.decision`,
}
const said = {
  verdicts,
  /** The row says something else than the file, and was judged again. */
  mended: { ...verdicts, understood: sql`excluded.understood`, identity: sql`excluded.identity` },
  outcomes: { personId: sql`excluded.person_id`, isMade: sql`excluded.is_made`, outcome: sql`excluded.outcome` },
}

/** Inner step: notes of some rows what became of them; nothing else of them changes. One statement. */
export async function noteRowsInTx(tx: Transaction, what: keyof typeof said, rows: NewRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insert(intakeRows)
    .values(rows)
    .onConflictDoUpdate({ target: [intakeRows.batchId, intakeRows.row], set: said[what] })
}
