import type { Day } from '#app/i18n/day.ts'

/** So many days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  const asked = `${day} ${days}`
  const known = added.get(asked)
  if (known !== undefined) return known
  if (added.size === 10_000) added.clear()
  const found = new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10)
  added.set(asked, found)
  return found
}

/** People are many, days few: what is worked out for everybody asks for the same some hundred times a second. */
const added = new Map<string, Day>()

/** How many days it is from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/**
 * The same date so many months later, or the last of that month where it has no such date: 31 January + 1 is 28 February,
 * + 2 is 31 March. Count from the first day each time, never from the last result, or a 31st becomes a 28th for ever.
 */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

const dayMs = 86_400_000
