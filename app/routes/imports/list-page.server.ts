import { z } from 'zod'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { verdicts } from '#app/intake/batch.ts'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import { listsKeptDays } from '#app/intake/clear-lists.server.ts'
import { conflictKinds } from '#app/intake/conflict-kinds.ts'
import { conflictsOf } from '#app/intake/conflicts-of.server.ts'
import { decisionsOf } from '#app/intake/decisions-of.server.ts'
import { placesOf } from '#app/intake/places-of.server.ts'
import { rowsOf } from '#app/intake/rows-of.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { found } from '#app/web/found.server.ts'

const rowAsked = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .nullable()
  .catch(null)
const askedSchema = z.object({
  verdict: z.enum(verdicts).nullable().catch(null),
  kind: z.enum(conflictKinds).nullable().catch(null),
  after: z.coerce.number().int().min(0).catch(0),
  mend: rowAsked,
  mended: rowAsked,
  many: rowAsked,
})
const firstRows = 20
const rowsAPage = 50
const dayMs = 24 * 60 * 60_000

/** What the page of a list shows besides the list itself, by the state that it is in. */
export async function listPage(who: SignedIn, batch: ToldBatch, asked: URLSearchParams) {
  if (batch.state === 'understood')
    return { kind: 'understood' as const, rows: found(await rowsOf(who, batch.id, { limit: firstRows })) }
  if (batch.state === 'checked') return { kind: 'checked' as const, ...(await checkedPage(who, batch, asked)) }
  if (batch.state === 'committed')
    return { kind: 'committed' as const, places: found(await placesOf(who, batch.id)), keptUntil: keptUntil(batch) }
  return null
}

async function checkedPage(who: SignedIn, { id }: ToldBatch, asked: URLSearchParams) {
  const names = ['verdict', 'kind', 'after', 'mend', 'mended', 'many'] as const
  const parsed = askedSchema.parse(Object.fromEntries(names.map((name) => [name, asked.get(name)])))
  const { mended, ...wanted } = { ...parsed, isUndecided: asked.has('undecided'), isDoubtful: asked.has('doubtful') }
  const { verdict, kind } = wanted
  const filter = { ...wanted, verdict: verdict ?? undefined, kind: kind ?? undefined, limit: rowsAPage + 1 }
  const rows = found(await rowsOf(who, id, filter))
  const shown = rows.slice(0, rowsAPage)
  return {
    rows: shown,
    decided: found(await decisionsOf(who, id)),
    asked: wanted,
    kinds: verdict === 'conflict' ? found(await conflictsOf(who, id)) : null,
    mended: mended === null ? null : await rowOf(who, id, mended),
    next: rows.length > rowsAPage ? (shown.at(-1)?.row ?? null) : null,
  }
}

async function rowOf(who: SignedIn, batchId: string, row: number) {
  const [one] = found(await rowsOf(who, batchId, { after: row - 1, limit: 1 }))
  return one?.row === row ? one : null
}

function keptUntil({ changedAt }: ToldBatch): Day {
  return dayOf(new Date(changedAt.getTime() + listsKeptDays * dayMs))
}
