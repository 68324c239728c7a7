import { db } from '#app/db/db.server.ts'
import { decidedIn } from '#app/intake/decided-in.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import type { Authority } from '#app/people/person.ts'

/** How many rows of a batch in conflict were decided how. Null: not there, or not this actor's. */
export async function decisionsOf(who: Authority, batchId: string, now = new Date()) {
  return (await ownBatch(who, batchId, now)) ? decidedIn(db, batchId) : null
}
