import { z } from 'zod'
import { cancelBatch } from '#app/intake/cancel-batch.server.ts'
import { checkBatch } from '#app/intake/check-batch.server.ts'
import { commitBatch } from '#app/intake/commit-batch.server.ts'
import { conflictKinds } from '#app/intake/conflict-kinds.ts'
import { decideRow } from '#app/intake/decide-row.server.ts'
import { decideRows } from '#app/intake/decide-rows.server.ts'
import { mendable } from '#app/intake/kept-row.ts'
import { mapColumns } from '#app/intake/map-columns.server.ts'
import { mendRow } from '#app/intake/mending/mend-row.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { undoBatch } from '#app/intake/undo-batch.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { chosenColumns } from '#app/routes/imports/chosen-columns.ts'
import { ticked, typed } from '#app/routes/people/form.server.ts'

export const deedSchema = z
  .object({
    deed: z.enum(['columns', 'check', 'decide', 'decide-many', 'mend', 'commit', 'undo', 'cancel']).catch('check'),
    row: z.coerce.number().int().catch(0),
    rows: z.coerce.number().int().catch(-1),
    kind: typed,
    decision: typed,
    asked: typed,
    leave: ticked,
    reason: typed,
  })
  .catchall(z.string().catch(''))
export type DeedForm = z.infer<typeof deedSchema>

export type DeedProblem =
  | 'too-late'
  | 'nobody-such'
  | 'elsewhere'
  | 'reason-needed'
  | 'undecided'
  | 'twice'
  | 'other-count'
  | 'sender-gone'
  | 'no-keys'
/** `at`: what follows the address of the list. */
type Outcome = { at: string } | { problem: DeedProblem } | null
type Deed = (who: SignedIn, batch: Batch, form: DeedForm) => Promise<Outcome>

/** What each form of a list's page does. Null: not there, or not this person's to do. */
export const listDeeds: Record<DeedForm['deed'], Deed> = {
  async columns(who, batch, form) {
    const chosen = chosenColumns(batch, form)
    return chosen ? gone(await mapColumns(who, batch.id, chosen)) : { problem: 'twice' }
  },
  check: async (who, { id }) => gone(await checkBatch(who, id)),
  commit: async (who, { id }, { leave }) => gone(await commitBatch(who, id, { leaveUndecided: leave })),
  undo: async (who, { id }, { reason }) => plain(await undoBatch(who, id, reason)),
  async cancel(who, batch) {
    const outcome = await cancelBatch(who, batch.id)
    return batch.state === 'cancelled' ? { at: '' } : plain(outcome)
  },
  async decide(who, { id }, form) {
    const [decision, personId] = form.decision.split(':')
    const parsed = z.enum(['same', 'new', 'leave']).safeParse(decision)
    if (!parsed.success) return { problem: 'nobody-such' }
    const outcome = await decideRow(who, id, { row: form.row, decision: parsed.data, ...(personId && { personId }) })
    if (!outcome || 'problem' in outcome) return outcome
    return { at: `${askedIn(form.asked)}#row-${form.row}` }
  },
  async 'decide-many'(who, { id }, { kind, decision, rows }) {
    const said = manySchema.safeParse({ kind, decision })
    if (!said.success) return { problem: 'nobody-such' }
    const outcome = await decideRows(who, id, { kind: said.data.kind, ...sayings[said.data.decision], rows })
    return outcome && 'rows' in outcome ? { at: `?verdict=conflict&many=${outcome.rows}#rows` } : outcome
  },
  async mend(who, { id }, form) {
    const cells = cellsSchema.parse(form)
    const outcome = await mendRow(who, id, { row: form.row, cells })
    if (!outcome || 'problem' in outcome) return outcome
    const asked = askedIn(form.asked)
    return { at: `${asked}${asked ? '&' : '?'}mended=${form.row}#rows` }
  },
}

const manySchema = z.object({
  kind: z.enum(conflictKinds),
  decision: z.enum(['same', 'leave', 'back-same', 'back-leave']),
})
const sayings = {
  same: { decision: 'same' },
  leave: { decision: 'leave' },
  'back-same': { decision: null, from: 'same' },
  'back-leave': { decision: null, from: 'leave' },
} as const
const cellsSchema = z.object(Object.fromEntries(mendable.map((cell) => [cell, z.string().optional().catch(undefined)])))

type Told = { state: string } | { problem: DeedProblem } | null

/** A button pressed twice is pressed once: what it asked for is under way, and the page tells it. */
function gone(outcome: Told): Outcome {
  return outcome && 'problem' in outcome && outcome.problem === 'too-late' ? { at: '' } : plain(outcome)
}

function plain(outcome: Told): Outcome {
  return outcome && 'state' in outcome ? { at: '' } : outcome
}

/** Which rows were looked at, to come back to them. */
function askedIn(asked: string): string {
  return /^[a-z]+(=[\w-]+)?(&[a-z]+(=[\w-]+)?)*$/.test(asked) ? `?${asked}` : ''
}
