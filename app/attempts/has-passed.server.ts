import { and, eq, sql } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

/** Has this person passed the exam of this edition? For use inside a write. */
export async function hasPassedInTx(tx: Transaction, personId: string, editionId: string): Promise<boolean> {
  const [passed] = await readPassed(tx, { personId, editionId })
  return passed !== undefined
}

const readPassed = statement((tx) =>
  tx
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, sql.placeholder('personId')),
        eq(attempts.editionId, sql.placeholder('editionId')),
        eq(attempts.isPassed, true),
      ),
    )
    .limit(1),
)
