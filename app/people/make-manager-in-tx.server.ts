import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { people, sessions } from '#app/people/schema.ts'

/** Inner step: a learner who answers for a unit opens the desks of managers, with their idle limit: old sessions end. */
export async function makeManagerInTx(tx: Transaction, personId: string): Promise<void> {
  const raised = await tx
    .update(people)
    .set({ role: 'manager' })
    .where(and(eq(people.id, personId), eq(people.role, 'learner')))
    .returning({ id: people.id })
  if (raised.length > 0) await tx.delete(sessions).where(eq(sessions.personId, personId))
}
