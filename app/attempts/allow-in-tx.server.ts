import { eq } from 'drizzle-orm'
import { timeAllowances } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

export type Allowance = { personId: string; extraPercent: number; reason: string; grantedBy: string; at: Date }

/** Inner step: gives a person more time in every timed exam. The allowance that stood before, or null. */
export async function allowInTx(tx: Transaction, { personId, ...allowance }: Allowance): Promise<number | null> {
  const [before] = await tx
    .select({ extraPercent: timeAllowances.extraPercent })
    .from(timeAllowances)
    .where(eq(timeAllowances.personId, personId))
  await tx
    .insert(timeAllowances)
    .values({ personId, ...allowance })
    .onConflictDoUpdate({ target: timeAllowances.personId, set: allowance })
  return before?.extraPercent ?? null
}
