import type { Transaction } from '#app/db/db.server.ts'
import { keptApart } from '#app/people/schema.ts'

/** Inner step: two accounts are two people's, whatever they look like. The lesser id first, each pair once. */
export async function keepApartInTx(
  tx: Transaction,
  pair: { oneId: string; otherId: string; reason: string; at: Date; decidedBy: string | null },
): Promise<void> {
  await tx.insert(keptApart).values(pair).onConflictDoNothing()
}
