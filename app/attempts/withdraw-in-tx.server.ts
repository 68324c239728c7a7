import { eq } from 'drizzle-orm'
import type { MaintenanceWindow } from '#app/attempts/deadline.ts'
import { maintenanceWindows } from '#app/attempts/schema.ts'
import { type WindowState, windowState } from '#app/attempts/window-state.ts'
import type { Transaction } from '#app/db/db.server.ts'

/**
 * Inner step: a window that is ahead is gone; one under way ends now; one that is over stays. The window as it stood,
 * and where it stood then. Null: no such window.
 */
export async function withdrawInTx(
  tx: Transaction,
  id: string,
  now: Date,
): Promise<{ window: MaintenanceWindow; state: WindowState } | null> {
  const [window] = await tx
    .select({ startsAt: maintenanceWindows.startsAt, endsAt: maintenanceWindows.endsAt })
    .from(maintenanceWindows)
    .where(eq(maintenanceWindows.id, id))
  if (!window) return null
  const state = windowState(window, now)
  if (state === 'ahead') await tx.delete(maintenanceWindows).where(eq(maintenanceWindows.id, id))
  if (state === 'under-way')
    await tx.update(maintenanceWindows).set({ endsAt: now }).where(eq(maintenanceWindows.id, id))
  return { window, state }
}
