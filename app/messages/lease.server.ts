import { and, eq, gt, lte, or } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { leases } from '#app/messages/schema.ts'

/** No lease is given for so long: one that ends later is from before the clock was set back. */
const longestMs = 15 * 60_000

/**
 * Takes or renews the right to do a job alone, across processes. False: another holder has it and it has not run out.
 * A holder that dies loses it when `forMs` is over.
 */
export function takeLease(name: string, holder: string, forMs: number, now = new Date()): Promise<boolean> {
  const afterAll = new Date(now.getTime() + longestMs)
  const lease = { holder, until: new Date(now.getTime() + forMs) }
  return write(async (tx) => {
    const taken = await tx
      .insert(leases)
      .values({ name, ...lease })
      .onConflictDoUpdate({
        target: leases.name,
        set: lease,
        setWhere: or(eq(leases.holder, holder), lte(leases.until, now), gt(leases.until, afterAll)),
      })
      .returning({ name: leases.name })
    return taken.length > 0
  })
}

export async function leaveLease(name: string, holder: string): Promise<void> {
  await write((tx) => tx.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder))))
}
