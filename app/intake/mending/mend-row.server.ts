import { and, eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { yearOf } from '#app/i18n/day.ts'
import type { Counts, Verdict } from '#app/intake/batch.ts'
import { courtOf } from '#app/intake/court-of.server.ts'
import type { Row } from '#app/intake/in-steps.server.ts'
import { judgedRows } from '#app/intake/judge-batch.server.ts'
import { type Court, judgeRows } from '#app/intake/judge-rows.server.ts'
import { copiesAmong } from '#app/intake/mending/copies-among.server.ts'
import { mendedRow, type Typed } from '#app/intake/mending/mended-row.ts'
import { noteRowsInTx } from '#app/intake/note-rows-in-tx.server.ts'
import { type Batch, ownBatch } from '#app/intake/own-batch.server.ts'
import { limits } from '#app/intake/reading/limits.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'
import { seal, unseal } from '#app/people/identity-cipher.server.ts'
import { type IdentityKeys, identityKeys } from '#app/people/identity-keys.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { readyIdentityKeys } from '#app/people/ready-identity-keys.server.ts'

/** What stands in the boxes of a row. An identity number that is not typed stays as it is. */
export type MendForm = { row: number; cells: Typed }
export type RowMended = { verdict: Verdict | null } | { problem: 'too-late' | 'sender-gone' | 'no-keys' }

/**
 * Mends cells of a row as long as its list is not taken in. What was typed is read, looked for copies and judged by the
 * rules for the file; what stood in the cells before is kept with the row. Null: not there, or not this actor's.
 */
export async function mendRow(
  who: Authority,
  batchId: string,
  { row, cells }: MendForm,
  now = new Date(),
): Promise<RowMended | null> {
  const typed = tidied(cells)
  const batch = await ownBatch(who, batchId, now)
  if (!batch) return null
  if (batch.state !== 'checked') return { problem: 'too-late' }
  const court = await courtOf(db, batch, now)
  if (!court) return { problem: 'sender-gone' }
  const keys = (await readyIdentityKeys()) ? identityKeys() : null
  if (typed.personalId !== undefined && !keys) return { problem: 'no-keys' }
  return write(async (tx) => {
    const here = await ownBatch(who, batchId, now, tx)
    const before = here ? await rowAt(tx, batchId, row) : null
    if (!here || !before) return null
    if (here.state !== 'checked') return { problem: 'too-late' as const }
    const { after, fields } = mendedAs(before, typed, keys, yearOf(now))
    if (fields.length === 0) return { verdict: before.verdict }
    const verdict = await judgeAgainInTx(tx, here, await copiesAmong(tx, before, after), court)
    const line = { verb: 'intake.mend-row', subjectKind: 'batch', subjectId: batchId, after: { row, fields } }
    await auditInTx(tx, auditIdOf(who), line)
    return { verdict: verdict.get(row) ?? null }
  })
}

function tidied(cells: Typed): Typed {
  const { personalId = '', ...others } = cells
  const cut = Object.entries(others).map(([field, text]) => [field, text.trim().slice(0, limits.cellLength)])
  return { ...Object.fromEntries(cut), ...(personalId.trim() !== '' && { personalId: personalId.trim().slice(0, 50) }) }
}

async function rowAt(tx: Transaction, batchId: string, row: number): Promise<Row | null> {
  const place = and(eq(intakeRows.batchId, batchId), eq(intakeRows.row, row))
  const [found] = await tx.select().from(intakeRows).where(place)
  return found ?? null
}

/** A number that cannot be one takes the place of the one before: the row has none, and says so. */
function mendedAs(before: Row, typed: Typed, keys: IdentityKeys | null, latestYear: number) {
  const number = before.identity ? unseal(before.identity, keys) : null
  const { understood, personalId, fields } = mendedRow(before.understood, number, typed, latestYear)
  const sealed = personalId !== null && keys ? seal(personalId, keys) : null
  const identity = fields.includes('personalId') ? sealed : before.identity
  return { after: { ...before, understood, identity }, fields }
}

/** The rows with their verdicts, and the numbers of the batch with them. */
async function judgeAgainInTx(tx: Transaction, { id, counts }: Batch, rows: Row[], court: Court) {
  const judged = judgedRows(rows, await judgeRows(tx, rows, court))
  await noteRowsInTx(tx, 'mended', judged)
  const verdicts: Counts['verdicts'] = { ...counts.verdicts }
  rows.forEach(({ verdict }, at) => {
    const next = judged[at]?.verdict
    if (verdict) verdicts[verdict]--
    if (next) verdicts[next]++
  })
  const change = { counts: { ...counts, verdicts }, changedAt: new Date() }
  await tx.update(intakeBatches).set(change).where(eq(intakeBatches.id, id))
  return new Map(judged.map(({ row, verdict }) => [row, verdict]))
}
