import type { Day } from '#app/i18n/day.ts'

const dayMs = 24 * 3600 * 1000
/** 1 January 1970 was a Thursday: three days into its week. */
const daysFromMonday = 3

/** The scam to warn of this week: each in turn, Monday to Sunday. Undefined when there is none to choose from. */
export function scamOfWeek<Scam>(scams: readonly Scam[], today: Day): Scam | undefined {
  const week = Math.floor((Date.parse(today) / dayMs + daysFromMonday) / 7)
  return scams[week % scams.length]
}
