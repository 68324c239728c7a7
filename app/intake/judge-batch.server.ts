import { db, type Transaction, write } from '#app/db/db.server.ts'
import type { Counts, Verdict } from '#app/intake/batch.ts'
import { changeStateInTx } from '#app/intake/change-state-in-tx.server.ts'
import { courtOf } from '#app/intake/court-of.server.ts'
import { inSteps, type Row, type Steps } from '#app/intake/in-steps.server.ts'
import { judgeRows, type RowVerdict } from '#app/intake/judge-rows.server.ts'
import { noteRowsInTx } from '#app/intake/note-rows-in-tx.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'

type Alive = () => Promise<boolean>

/** A worker's second part: checking → checked, each row with its verdict. */
export async function judgeBatch(batch: Batch, alive: Alive, now: Date): Promise<void> {
  const court = await courtOf(db, batch, now)
  if (!court) return sendBack(batch, 'unit-not-yours', now)
  const steps: Steps<RowVerdict[]> = {
    find: (rows) => judgeRows(db, rows, court),
    async step(tx, { counts, cursor }, rows, { isLast, found }) {
      await writeVerdicts(tx, rows, found)
      const sum = counted(cursor === 0 ? { ...counts, verdicts: none } : counts, found)
      return isLast ? { counts: sum, state: 'checked' } : { counts: sum }
    },
  }
  await inSteps(batch.id, { state: 'checking', phase: null }, steps, alive)
}

const none: Counts['verdicts'] = { new: 0, matched: 0, conflict: 0, refused: 0 }

/**
 * It goes back to whoever sent it, who sees why. What has changed since the dry run is judged again at once, and what was
 * decided stays where nothing changed.
 */
export async function sendBack({ id, state }: Batch, problem: 'changed-since' | 'unit-not-yours', now: Date) {
  const isStale = problem === 'changed-since'
  const back = isStale ? 'checking' : state === 'checking' ? 'understood' : 'checked'
  await write((tx) => changeStateInTx(tx, id, [state], { state: back, problem: { problem } }, now))
}

function counted(counts: Counts, verdicts: RowVerdict[]): Counts {
  const sum: Record<Verdict, number> = { ...counts.verdicts }
  for (const { verdict } of verdicts) sum[verdict]++
  return { ...counts, verdicts: sum }
}

async function writeVerdicts(tx: Transaction, rows: readonly Row[], verdicts: readonly RowVerdict[]): Promise<void> {
  await noteRowsInTx(tx, 'verdicts', judgedRows(rows, verdicts))
}

/** Rows with their verdicts. A decision made before stays only where nothing else has changed. */
export function judgedRows(rows: readonly Row[], verdicts: readonly RowVerdict[]): Row[] {
  return rows.flatMap((row, at) => {
    const verdict = verdicts[at]
    if (!verdict) return []
    const isSame = isSameVerdict(row, verdict)
    const personId = verdict.verdict === 'matched' ? (verdict.candidates[0] ?? null) : isSame ? row.personId : null
    return [{ ...row, ...verdict, personId, decision: isSame ? row.decision : null, outcome: null, isMade: false }]
  })
}

export function isSameVerdict(row: Row, { verdict, unitId, candidates, reasons }: RowVerdict): boolean {
  const before = [row.verdict, row.unitId, row.candidates, row.reasons]
  return JSON.stringify(before) === JSON.stringify([verdict, unitId, candidates, reasons])
}
