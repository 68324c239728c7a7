import { and, eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import type { Decision } from '#app/intake/batch.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { intakeRows } from '#app/intake/schema.ts'
import type { Authority } from '#app/people/person.ts'

export type RowForm = {
  row: number
  decision: Decision
  /** Who it is, where the decision is `same` and several may be meant. */
  personId?: string
}
export type Decided = { decision: Decision } | { problem: 'too-late' | 'nobody-such' | 'elsewhere' }

/** Says of a row in conflict who it is, or to leave it out. Null: not there, not in conflict, or not this actor's. */
export function decideRow(who: Authority, batchId: string, form: RowForm, now = new Date()): Promise<Decided | null> {
  const place = and(eq(intakeRows.batchId, batchId), eq(intakeRows.row, form.row))
  return write(async (tx) => {
    const batch = await ownBatch(who, batchId, now, tx)
    const [row] = batch ? await tx.select().from(intakeRows).where(place) : []
    if (!batch || row?.verdict !== 'conflict') return null
    if (batch.state !== 'checked') return { problem: 'too-late' as const }
    const { decision } = form
    const candidates = row.candidates ?? []
    const personId = form.personId ?? (candidates.length === 1 ? candidates[0] : undefined)
    if (decision === 'same') {
      if (row.reasons?.includes('elsewhere')) return { problem: 'elsewhere' as const }
      if (!personId || !candidates.includes(personId)) return { problem: 'nobody-such' as const }
    }
    const chosen = decision === 'same' ? (personId ?? null) : null
    await tx.update(intakeRows).set({ decision, personId: chosen }).where(place)
    return { decision }
  })
}
