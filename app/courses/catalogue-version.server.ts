import { eq, sql } from 'drizzle-orm'
import { catalogue } from '#app/courses/schema.ts'
import { dataVersion, db, type Transaction } from '#app/db/db.server.ts'

/** Inner step of every publish: page caches anywhere see the new number and forget what they hold. */
export async function publishedInTx(tx: Transaction) {
  await tx
    .insert(catalogue)
    .values({ id: 1, version: 1 })
    .onConflictDoUpdate({ target: catalogue.id, set: { version: sql`${catalogue.version} + 1` } })
}

let seen = -1
let version = 0

/** The catalogue's version: read again only when somebody may have published since. */
export function catalogueVersion(): number | Promise<number> {
  const now = dataVersion()
  return now === seen ? version : readVersion(now)
}

async function readVersion(now: number) {
  const [row] = await db.select({ version: catalogue.version }).from(catalogue).where(eq(catalogue.id, 1))
  seen = now
  version = row?.version ?? 0
  return version
}
