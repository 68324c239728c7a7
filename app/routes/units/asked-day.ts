import { type Day, dayOf } from '#app/i18n/day.ts'
import { isDay } from '#app/units/day-shape.ts'

/** The day that an address asks for (?day=2025-07-01), or today. */
export function askedDay(url: URL): { day: Day; today: Day } {
  const today = dayOf(new Date())
  const asked = url.searchParams.get('day') ?? ''
  return { day: isDay(asked) ? asked : today, today }
}
