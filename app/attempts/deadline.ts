export type MaintenanceWindow = { startsAt: Date; endsAt: Date }

export type Timing = {
  openedAt: Date
  timeLimitMinutes: number | null
  /** 50 = half as long again. */
  extraPercent: number
  windows: readonly MaintenanceWindow[]
}

/**
 * When an attempt closes: its limit with the person's extra time, and all the time the service was away in between
 * given back. Windows that overlap count once. Null: no limit.
 */
export function deadlineOf({ openedAt, timeLimitMinutes, extraPercent, windows }: Timing): Date | null {
  if (timeLimitMinutes === null) return null
  let deadline = openedAt.getTime() + Math.round(timeLimitMinutes * 600 * (100 + extraPercent))
  let from = openedAt.getTime()
  for (const { startsAt, endsAt } of [...windows].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    if (startsAt.getTime() >= deadline) break
    const start = Math.max(from, startsAt.getTime())
    deadline += Math.max(0, endsAt.getTime() - start)
    from = Math.max(from, endsAt.getTime())
  }
  return new Date(deadline)
}

export function isOverdue(attempt: { deadlineAt: Date | null; closedAt: Date | null }, now: Date): boolean {
  return attempt.closedAt === null && attempt.deadlineAt !== null && attempt.deadlineAt < now
}
