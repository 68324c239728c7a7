const standsMs = 2 * 60_000
/** Where people or units have changed since: a list that is taken in changes them for minutes on end. */
const standsChangedMs = 30_000

/**
 * Whether a preview that was worked out is still told, with the time it was worked out at; it is told as long again as it may
 * take to look at it, never as of now. What is being worked out is waited for.
 */
export function previewStands(
  kept: { doneAt: Date | null; headcounts: number },
  { now, headcounts }: { now: Date; headcounts: number },
): boolean {
  if (kept.doneAt === null) return true
  const age = now.getTime() - kept.doneAt.getTime()
  return age < (kept.headcounts === headcounts ? standsMs : standsChangedMs)
}
