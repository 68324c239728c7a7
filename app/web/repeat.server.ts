export type Repeating = { everyMs?: number; onProblem?: (problem: unknown) => void }

/**
 * Does something again and again in the background, never twice at once; for the primary process. The stop it returns
 * waits for what is under way.
 */
export function repeat(work: () => Promise<unknown>, { everyMs = 5_000, onProblem = () => {} }: Repeating) {
  let running: Promise<unknown> | null = null
  const timer = setInterval(() => {
    running ??= work()
      .catch(onProblem)
      .finally(() => {
        running = null
      })
  }, everyMs)
  return async (): Promise<void> => {
    clearInterval(timer)
    await running
  }
}
