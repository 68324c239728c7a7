import type { Transaction } from '#app/db/db.server.ts'
import { Recent } from '#app/db/recent.ts'
import { enrolments } from '#app/enrolments/schema.ts'

/** Enrolments stay, so who is known to be enrolled needs no look again. */
const known = new Recent<string, true>(20_000)

/** Puts a person on an edition; harmless twice. */
export async function enrolInTx(
  tx: Transaction,
  { personId, courseId, editionId, at }: { personId: string; courseId: string; editionId: string; at: Date },
): Promise<void> {
  await tx.insert(enrolments).values({ personId, courseId, editionId, startedAt: at }).onConflictDoNothing()
}

export function isKnownEnrolled(personId: string, editionId: string): boolean {
  return known.get(`${personId} ${editionId}`) !== undefined
}

/** Called only after the commit: a write that fails leaves nothing behind. */
export function rememberEnrolled(personId: string, editionId: string): void {
  known.keep(`${personId} ${editionId}`, true)
}
