import type { HoursOn } from '#app/requirements/hours/hours-on.ts'
import { type Quota, quotaOn } from '#app/web/settings.ts'

/** Whoever takes a course for officials and is in no unit yet is shown what a công chức owes. */
export function orOfficials(
  hours: HoursOn,
  isOnTheirCourse: boolean,
  { quotas, day }: { quotas: Quota[]; day: string },
): HoursOn {
  if (hours.quota !== null || hours.category !== null || !isOnTheirCourse) return hours
  const rule = quotaOn({ quotas }, 'cong_chuc', day)
  return rule
    ? { ...hours, quota: { halfHours: Math.round(rule.units * 2), basis: rule.basis, override: null } }
    : hours
}
