import { basename } from 'node:path'
import { and, asc, eq, ne } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { dueStates } from '#app/intake/batch.ts'
import { cancelBatch } from '#app/intake/cancel-batch.server.ts'
import { checkBatch } from '#app/intake/check-batch.server.ts'
import { commitBatch } from '#app/intake/commit-batch.server.ts'
import { type Batch, ownBatch } from '#app/intake/own-batch.server.ts'
import { inWords } from '#app/intake/reading/refusal-in-words.ts'
import { intakeRows } from '#app/intake/schema.ts'
import { undoBatch } from '#app/intake/undo-batch.server.ts'
import { uploadList } from '#app/intake/upload-list.server.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitStates } from '#app/units/schema.ts'

type Wishes = {
  path: string
  /** The code of a unit that stands today. */
  unit: string
  sheet?: string | undefined
  from?: string | undefined
  isCommit: boolean
  isLeftOut: boolean
}

const who = 'command-line'

/** `people import <file> --unit <code>`: the same verbs as the pages. Without --commit nothing of it stays. */
export async function takeInFile({ path, unit, sheet, from, isCommit, isLeftOut }: Wishes): Promise<number> {
  const unitId = await unitWithCode(unit)
  if (unitId === null) return refused(`no unit has the code ${unit} today`)
  const form = { unitId, path, fileName: basename(path), ...(sheet && { sheet }), ...(from && { fromDay: from }) }
  const uploaded = await uploadList(who, form)
  if (!uploaded || 'problem' in uploaded) return refused(uploaded?.problem ?? 'no such unit')
  const { id } = uploaded
  const read = await worked(id)
  if (read.state === 'failed') return tellRefusal(read)
  await checkBatch(who, id)
  const checked = await worked(id)
  await tellRows(id)
  tellCounts(checked)
  if (!isCommit) return cancelled(id, 0)
  const committing = await commitBatch(who, id, { leaveUndecided: isLeftOut })
  if (!committing || 'problem' in committing) {
    await cancelled(id, 1)
    return refused('rows are in conflict: decide on the page of the list, or leave them out with --leave-out')
  }
  const committed = await worked(id)
  if (committed.state !== 'committed')
    return refused('somebody of the list has come by another way meanwhile: try again')
  say(`${committed.counts.made} accounts made, ${committed.counts.joined} places given. To take it back:`)
  say(`  npm run admin -- people undo-import ${id} "<reason>"`)
  return 0
}

/** `people undo-import <batch> "<reason>"` */
export async function takeBackList(batchId: string, reason: string): Promise<number> {
  const undoing = await undoBatch(who, batchId, reason)
  if (!undoing) return refused(`there is no list ${batchId}`)
  if ('problem' in undoing) return refused(undoing.problem)
  const { counts } = await worked(batchId)
  say(`${counts.removed} accounts removed; ${counts.kept} stay, since something was done in them.`)
  return 0
}

async function unitWithCode(code: string): Promise<string | null> {
  const [state] = await db
    .select({ unitId: unitStates.unitId })
    .from(unitStates)
    .where(and(eq(unitStates.code, code), onDay(unitStates, dayOf(new Date()))))
  return state?.unitId ?? null
}

/** Works on it here, or waits for the server's worker that is at it. */
async function worked(batchId: string): Promise<Batch> {
  for (;;) {
    const batch = await ownBatch(who, batchId)
    if (!batch) throw new Error(`the list ${batchId} is gone`)
    if (!dueStates.some((state) => state === batch.state)) return batch
    if (!(await workDue())) await new Promise((wake) => setTimeout(wake, 300))
  }
}

async function tellRows(batchId: string): Promise<void> {
  const rows = await db
    .select({ row: intakeRows.row, verdict: intakeRows.verdict, reasons: intakeRows.reasons })
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), ne(intakeRows.verdict, 'new')))
    .orderBy(asc(intakeRows.row))
  for (const { row, verdict, reasons } of rows) say([`row ${row}`, verdict ?? '', ...(reasons ?? [])].join('\t'))
}

function tellCounts({ counts: { people, verdicts } }: Batch) {
  const { matched, conflict, refused: no } = verdicts
  say(`${people} people: ${verdicts.new} new, ${matched} known, ${conflict} in conflict, ${no} refused`)
}

async function cancelled(batchId: string, code: number): Promise<number> {
  await cancelBatch(who, batchId)
  return code
}

function tellRefusal({ problem }: Batch): number {
  if (!problem || !('refusal' in problem)) return refused('the list cannot be read')
  const { what, now } = inWords(problem.refusal, messages('en').intake)
  return refused(`${what} ${now}`)
}

function refused(why: string): number {
  process.stderr.write(`Refused: ${why}\n`)
  return 1
}

function say(line: string) {
  process.stdout.write(`${line}\n`)
}
