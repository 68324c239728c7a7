import { formatNumber } from '#app/i18n/day.ts'
import { useLocale } from '#app/i18n/words.tsx'

/** Half tiết as they are said: 15 is 7,5 in Vietnamese. */
export function useHours(): (halfHours: number) => string {
  const locale = useLocale()
  return (halfHours) => formatNumber(halfHours / 2, locale)
}
