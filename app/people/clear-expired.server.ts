import { lt } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { failuresCountForMs } from '#app/people/lockout.ts'
import { oneTimeCodes, sessions, signInFailures } from '#app/people/schema.ts'

/** Removes what has run out: sessions, codes a day after their end, failures that no longer count. For a timer of the primary process. */
export async function clearExpired(now = new Date()): Promise<void> {
  const dayAgo = new Date(now.getTime() - failuresCountForMs)
  await write(async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, now))
    await tx.delete(oneTimeCodes).where(lt(oneTimeCodes.expiresAt, dayAgo))
    await tx.delete(signInFailures).where(lt(signInFailures.lastAt, dayAgo))
  })
}
