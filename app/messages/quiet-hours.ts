const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Vietnam: UTC+7, no summer time. */
const aheadMs = 7 * hourMs
const quietFromMs = 20 * hourMs
const quietToMs = 7 * hourMs

/** From 20:00 up to, without, 07:00 by Vietnamese clocks. */
export function isQuiet(moment: Date): boolean {
  const ofDayMs = sinceMidnightMs(moment)
  return ofDayMs >= quietFromMs || ofDayMs < quietToMs
}

/** The moment itself, or the 07:00 that ends the quiet hours it falls into: at most eleven hours later. */
export function outsideQuietHours(moment: Date): Date {
  if (!isQuiet(moment)) return moment
  const ofDayMs = sinceMidnightMs(moment)
  const untilMs = ofDayMs < quietToMs ? quietToMs : quietToMs + dayMs
  return new Date(moment.getTime() + untilMs - ofDayMs)
}

function sinceMidnightMs(moment: Date): number {
  return (((moment.getTime() + aheadMs) % dayMs) + dayMs) % dayMs
}
