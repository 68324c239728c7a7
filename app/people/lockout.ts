const freeTries = 5
const longestMinutes = 15

/** Failures older than this are forgotten. */
export const failuresCountForMs = 24 * 60 * 60_000

/** How long an account name is shut after so many failures in a row: five are free, then 1, 2, 4 … 15 minutes. */
export function lockMs(failures: number): number {
  if (failures < freeTries) return 0
  return Math.min(longestMinutes, 2 ** Math.min(failures - freeTries, 10)) * 60_000
}
