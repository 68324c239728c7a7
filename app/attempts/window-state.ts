import type { MaintenanceWindow } from '#app/attempts/deadline.ts'

export type WindowState = 'ahead' | 'under-way' | 'over'

/** Ahead: it may be withdrawn. Under way: it may be ended early. Over: it stays. */
export function windowState({ startsAt, endsAt }: MaintenanceWindow, now: Date): WindowState {
  if (now < startsAt) return 'ahead'
  return now < endsAt ? 'under-way' : 'over'
}
