import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { intakeRows } from '#app/intake/schema.ts'

type NewRow = typeof intakeRows.$inferInsert

const target = [intakeRows.batchId, intakeRows.row]
const verdict = ['batchId', 'row', 'verdict', 'reasons', 'unitId', 'candidates', 'personId', 'decision'] as const

const ofVerdict = {
  verdict: sql`excluded.verdict`,
  reasons: sql`excluded.reasons`,
  unitId: sql`excluded.unit_id`,
  candidates: sql`excluded.candidates`,
  personId: sql`excluded.person_id`,
  decision: sql`excluded.decision`,
}
/** The row says something else than the file, and was judged again. */
const ofMended = { ...ofVerdict, understood: sql`excluded.understood`, identity: sql`excluded.identity` }
const ofOutcome = { personId: sql`excluded.person_id`, isMade: sql`excluded.is_made`, outcome: sql`excluded.outcome` }

const notes = {
  verdicts: rowsStatement(intakeRows, verdict, (tx, rows) =>
    tx.insert(intakeRows).values(rows.map(isThere)).onConflictDoUpdate({ target, set: ofVerdict }),
  ),
  mended: rowsStatement(intakeRows, [...verdict, 'understood', 'identity'], (tx, rows) =>
    tx.insert(intakeRows).values(rows).onConflictDoUpdate({ target, set: ofMended }),
  ),
  outcomes: rowsStatement(intakeRows, ['batchId', 'row', 'personId', 'isMade', 'outcome'], (tx, rows) =>
    tx.insert(intakeRows).values(rows.map(isThere)).onConflictDoUpdate({ target, set: ofOutcome }),
  ),
}

/** No row is without it, so it has to be given; the row is there already, and this is never written. */
function isThere<Columns>(row: Columns) {
  return { ...row, understood: sql`'{}'` }
}

/** Inner step: notes of some rows what became of them; nothing else of them changes. */
export async function noteRowsInTx(tx: Transaction, what: keyof typeof notes, rows: NewRow[]): Promise<void> {
  await notes[what](tx, rows)
}
