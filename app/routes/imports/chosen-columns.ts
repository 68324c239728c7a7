import type { Batch } from '#app/intake/own-batch.server.ts'
import { type Field, fields } from '#app/intake/reading/field.ts'

type Chosen = { choices: Record<number, Field | null>; sheet?: string }

/**
 * What somebody chose otherwise than it was understood, with what was chosen before. Another sheet is understood anew.
 * Null: two columns were chosen for one thing.
 */
export function chosenColumns({ plan, source, choices }: Batch, form: Record<string, unknown>): Chosen | null {
  const { sheet } = form
  if (typeof sheet === 'string' && sheet !== source?.sheet && source?.sheets?.includes(sheet))
    return { choices: {}, sheet }
  const changed: Record<number, Field | null> = {}
  for (const { index, field } of plan?.columns ?? []) {
    const said = form[`column-${index}`]
    if (typeof said !== 'string') continue
    const chosen = fields.find((one) => one === said) ?? null
    if (chosen !== field) changed[index] = chosen
  }
  const taken = Object.values(changed).filter((field) => field !== null)
  if (new Set(taken).size < taken.length) return null
  return { choices: { ...before(choices ?? {}, taken), ...changed } }
}

/** Who is chosen for a field now takes it from a column that was chosen for it before. */
function before(choices: Readonly<Record<number, Field | null>>, taken: Field[]): Record<number, Field | null> {
  const kept = Object.entries(choices).filter(([, field]) => field === null || !taken.includes(field))
  return Object.fromEntries(kept.map(([index, field]) => [Number(index), field]))
}
