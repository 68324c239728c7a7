import { eq, gt } from 'drizzle-orm'
import { deadlineOf, type MaintenanceWindow } from '#app/attempts/deadline.ts'
import { maintenanceWindows, timeAllowances } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

/** When an attempt of this person closes, by the limit, the person's extra time and the maintenance windows known now, and any more. */
export async function deadlineInTx(
  tx: Transaction,
  { personId, openedAt, timeLimitMinutes }: { personId: string; openedAt: Date; timeLimitMinutes: number | null },
  more: MaintenanceWindow[] = [],
): Promise<Date | null> {
  if (timeLimitMinutes === null) return null
  const [allowance] = await tx
    .select({ extraPercent: timeAllowances.extraPercent })
    .from(timeAllowances)
    .where(eq(timeAllowances.personId, personId))
  const windows = await tx
    .select({ startsAt: maintenanceWindows.startsAt, endsAt: maintenanceWindows.endsAt })
    .from(maintenanceWindows)
    .where(gt(maintenanceWindows.endsAt, openedAt))
  return deadlineOf({
    openedAt,
    timeLimitMinutes,
    extraPercent: allowance?.extraPercent ?? 0,
    windows: [...windows, ...more],
  })
}
