const mostHours = 2_000

/** Tiết as somebody types them, "10", "7,5" or "7.5", in halves. Null: no such number, or finer than a half. */
export function halfHoursOf(typed: string): number | null {
  const [, whole, half] = /^(\d{1,4})(?:[.,]([05])0*)?$/.exec(typed.trim()) ?? []
  if (whole === undefined || Number(whole) > mostHours) return null
  return Number(whole) * 2 + (half === '5' ? 1 : 0)
}
