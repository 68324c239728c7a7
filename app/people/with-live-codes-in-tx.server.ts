import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { oneTimeCodes } from '#app/people/schema.ts'

/** Inner step: who of some hundred people has a one-time code that still works. */
export async function withLiveCodesInTx(tx: Transaction, personIds: readonly string[], now: Date) {
  const { personId, purpose, usedAt, expiresAt } = oneTimeCodes
  const rows = await tx
    .select({ personId })
    .from(oneTimeCodes)
    .where(and(inArray(personId, [...personIds]), eq(purpose, 'reset'), isNull(usedAt), gt(expiresAt, now)))
  return new Set(rows.map((row) => row.personId))
}
