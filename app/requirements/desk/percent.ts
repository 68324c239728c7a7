import { formatNumber } from '#app/i18n/day.ts'
import type { Locale } from '#app/i18n/messages.ts'

/** A share from 0 to 1 as 66,7%. Never 100% while somebody is left, nor 0% once somebody has done. */
export function percent(rate: number, locale: Locale): string {
  const tenths = Math.round(rate * 1000)
  const shown = rate < 1 && tenths === 1000 ? 999 : rate > 0 && tenths === 0 ? 1 : tenths
  return `${formatNumber(shown / 10, locale)}%`
}
