import { z } from 'zod'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { verdicts } from '#app/intake/batch.ts'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import { listsKeptDays } from '#app/intake/clear-lists.server.ts'
import { decisionsOf } from '#app/intake/decisions-of.server.ts'
import { placesOf } from '#app/intake/places-of.server.ts'
import { rowsOf } from '#app/intake/rows-of.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { found } from '#app/web/found.server.ts'

const askedSchema = z.object({
  verdict: z.enum(verdicts).nullable().catch(null),
  after: z.coerce.number().int().min(0).catch(0),
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
  const { verdict, after } = askedSchema.parse({ verdict: asked.get('verdict'), after: asked.get('after') ?? 0 })
  const isUndecided = asked.has('undecided')
  const wanted = { after, limit: rowsAPage + 1, isUndecided, ...(verdict && { verdict }) }
  const rows = found(await rowsOf(who, id, wanted))
  const shown = rows.slice(0, rowsAPage)
  return {
    rows: shown,
    decided: found(await decisionsOf(who, id)),
    asked: { verdict, isUndecided, after },
    next: rows.length > rowsAPage ? (shown.at(-1)?.row ?? null) : null,
  }
}

function keptUntil({ changedAt }: ToldBatch): Day {
  return dayOf(new Date(changedAt.getTime() + listsKeptDays * dayMs))
}
