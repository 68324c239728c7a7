import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { aliases } from '#app/people/schema.ts'
import type { Wanted } from '#app/requirements/exceptions/exception.ts'
import type { ExceptionRow } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { exceptions } from '#app/requirements/schema.ts'

type Deed = { reason: string; documentNumber: string | null; by: string | null; now: Date }
type GivenChange = { personId: string; before: ExceptionRow | null; after: ExceptionRow }

/** Inner step: writes what is given; whoever had asked for the same has their request given, as the manager says it. */
export async function giveInTx(
  tx: Transaction,
  personIds: readonly string[],
  wanted: Wanted,
  { reason, documentNumber, by, now }: Deed,
): Promise<GivenChange[]> {
  const decided = { state: 'given' as const, decidedAt: now, decidedBy: by }
  const changes: GivenChange[] = []
  for (const { personId, before } of await requestsFor(tx, personIds, wanted)) {
    const [after] = await tx
      .update(exceptions)
      .set({ ...wanted, ...decided, decisionReason: reason, ...(documentNumber && { documentNumber }) })
      .where(eq(exceptions.id, before.id))
      .returning()
    if (after) changes.push({ personId, before, after })
  }
  const asked = new Set(changes.map(({ personId }) => personId))
  const others = personIds.filter((id) => !asked.has(id))
  if (others.length === 0) return changes
  const rows = await tx
    .insert(exceptions)
    .values(others.map((personId) => ({ ...wanted, ...decided, personId, reason, documentNumber })))
    .returning()
  return [...changes, ...rows.map((after) => ({ personId: after.personId, before: null, after }))]
}

/** Open requests for the same, of accounts that were folded into theirs too. */
async function requestsFor(tx: Transaction, personIds: readonly string[], { kind, requirementId }: Wanted) {
  if (requirementId === null) return []
  const rows = await tx
    .select({ before: exceptions, keptId: aliases.keptId })
    .from(exceptions)
    .leftJoin(aliases, eq(aliases.personId, exceptions.personId))
    .where(
      and(
        eq(exceptions.requirementId, requirementId),
        eq(exceptions.state, 'asked'),
        eq(exceptions.kind, kind),
        inArray(exceptions.personId, [...personIds, ...(await foldedIds(tx, personIds))]),
      ),
    )
  return rows.map(({ before, keptId }) => ({ before, personId: keptId ?? before.personId }))
}

async function foldedIds(tx: Transaction, personIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ personId: aliases.personId })
    .from(aliases)
    .where(inArray(aliases.keptId, [...personIds]))
  return rows.map(({ personId }) => personId)
}
