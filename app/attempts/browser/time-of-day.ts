const time = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' })

/** 9:12 by Vietnamese clocks. */
export function timeOfDay(moment: Date): string {
  return time.format(moment)
}
