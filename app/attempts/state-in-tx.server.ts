import { eq, sql } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

export type AttemptState = { deadlineAt: Date | null; closedAt: Date | null }

/** What may change about an attempt, read inside the write that depends on it. Null: no such attempt. */
export async function stateInTx(tx: Transaction, id: string): Promise<AttemptState | null> {
  const [state] = await readState(tx, { id })
  return state ?? null
}

const readState = statement((tx) =>
  tx
    .select({ deadlineAt: attempts.deadlineAt, closedAt: attempts.closedAt })
    .from(attempts)
    .where(eq(attempts.id, sql.placeholder('id'))),
)
