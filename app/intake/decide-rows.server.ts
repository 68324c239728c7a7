import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { type ConflictKind, kindOf, type ManyDecision } from '#app/intake/conflict-kinds.ts'
import { conflictsIn } from '#app/intake/conflicts-in.server.ts'
import { type Batch, ownBatch } from '#app/intake/own-batch.server.ts'
import { intakeRows } from '#app/intake/schema.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'

export type ManyForm = {
  kind: ConflictKind
  /** Null: what was decided is taken back, and these rows wait again. */
  decision: ManyDecision | null
  /** Which decision is taken back. */
  from?: ManyDecision
  /** How many rows the page told of: nobody decides about rows that came since. */
  rows: number
}
export type ManyDecided = { rows: number } | { problem: 'too-late' | 'other-count' }

const aWrite = 2_000

/**
 * Says the same of all undecided rows of one kind of conflict, or takes back what was said of them, as long as the list
 * is not taken in. What was said of a row before stays. Null: not there, or not this actor's.
 */
export async function decideRows(
  who: Authority,
  batchId: string,
  form: ManyForm,
  now = new Date(),
): Promise<ManyDecided | null> {
  const batch = await ownBatch(who, batchId, now)
  if (!batch) return null
  if (batch.state !== 'checked') return { problem: 'too-late' }
  const rows = await rowsMeant(batchId, form)
  if (rows.length !== form.rows) return { problem: 'other-count' }
  let decided = 0
  for (let at = 0; at < rows.length; at += aWrite) {
    const some = rows.slice(at, at + aWrite)
    const done = await write(async (tx) => {
      if (!(await isAsBefore(tx, who, batch, now))) return null
      const count = await decideInTx(tx, batchId, some, form)
      const after = { kind: form.kind, decision: form.decision, rows: count }
      await auditInTx(tx, auditIdOf(who), { verb: 'intake.decide', subjectKind: 'batch', subjectId: batchId, after })
      return count
    })
    if (done === null) return { problem: 'too-late' }
    decided += done
  }
  return { rows: decided }
}

async function rowsMeant(batchId: string, { kind, decision, from = 'leave' }: ManyForm): Promise<number[]> {
  const { rows, fitting } = await conflictsIn(db, batchId)
  const before = decision === null ? from : null
  const ofKind = rows.filter((row) => kindOf(row) === kind && row.decision === before).map(({ row }) => row)
  return decision === 'same' ? ofKind.filter((row) => fitting.has(row)) : ofKind
}

/** The list has not been checked again since the rows were counted. */
async function isAsBefore(tx: Transaction, who: Authority, batch: Batch, now: Date): Promise<boolean> {
  const here = await ownBatch(who, batch.id, now, tx)
  return here?.state === 'checked' && here.changedAt.getTime() === batch.changedAt.getTime()
}

/** One statement: whom a row fits alone is the first of its candidates. */
async function decideInTx(tx: Transaction, batchId: string, rows: number[], form: ManyForm): Promise<number> {
  const { decision, from = 'leave' } = form
  const before = decision === null ? eq(intakeRows.decision, from) : isNull(intakeRows.decision)
  const personId = decision === 'same' ? sql`${intakeRows.candidates} ->> 0` : null
  const changed = await tx
    .update(intakeRows)
    .set({ decision, personId })
    .where(and(eq(intakeRows.batchId, batchId), inArray(intakeRows.row, rows), before))
    .returning({ row: intakeRows.row })
  return changed.length
}
