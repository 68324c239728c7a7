import { and, eq } from 'drizzle-orm'
import { maintenanceWindows } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

/** `announcedBy`: null is the command line. */
export type Announcement = { startsAt: Date; endsAt: Date; announcedBy: string | null; at: Date }

/** Inner step: keeps a maintenance window. False: the same one was announced before. */
export async function announceInTx(tx: Transaction, announcement: Announcement): Promise<boolean> {
  const { startsAt, endsAt } = announcement
  const [same] = await tx
    .select({ id: maintenanceWindows.id })
    .from(maintenanceWindows)
    .where(and(eq(maintenanceWindows.startsAt, startsAt), eq(maintenanceWindows.endsAt, endsAt)))
  if (same) return false
  await tx.insert(maintenanceWindows).values(announcement)
  return true
}
