import { and, count, eq, gt, isNull } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { oneTimeCodes } from '#app/people/schema.ts'
import { hashOf, readCode } from '#app/people/token.server.ts'

type Purpose = 'reset' | 'first-administrator'

/** Inner step: keeps the hash of a code that opens one thing once. */
export async function keepCode(
  tx: Transaction,
  code: string,
  { personId, purpose, validMs }: { personId: string | null; purpose: Purpose; validMs: number },
  now: Date,
): Promise<Date> {
  const expiresAt = new Date(now.getTime() + validMs)
  await tx.insert(oneTimeCodes).values({ personId, purpose, codeHash: hashOf(code), createdAt: now, expiresAt })
  return expiresAt
}

/** Inner step: uses a code up. Null: unknown, used, or too old. Of two who use it at once, one gets it. */
export async function spendCode(tx: Transaction, typed: string, purpose: Purpose, now: Date) {
  const [used] = await tx
    .update(oneTimeCodes)
    .set({ usedAt: now })
    .where(and(isOpen(purpose, now), eq(oneTimeCodes.codeHash, hashOf(readCode(typed)))))
    .returning({ personId: oneTimeCodes.personId })
  return used ?? null
}

/** What a code must be to open anything. */
export function isOpen(purpose: Purpose, now: Date) {
  return and(eq(oneTimeCodes.purpose, purpose), isNull(oneTimeCodes.usedAt), gt(oneTimeCodes.expiresAt, now))
}

/** Inner step: how many codes a person was sent since a moment. */
export async function codesSince(tx: Transaction, personId: string, since: Date): Promise<number> {
  const [row] = await tx
    .select({ n: count().mapWith(Number) })
    .from(oneTimeCodes)
    .where(and(eq(oneTimeCodes.personId, personId), gt(oneTimeCodes.createdAt, since)))
  return row?.n ?? 0
}
