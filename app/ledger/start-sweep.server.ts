import { closeOverdue } from '#app/ledger/close-overdue.server.ts'

type Options = { everyMs?: number; onProblem?: (problem: unknown) => void }

/** Closes overdue attempts in the background until stopped; for the primary process. The stop it returns waits for the sweep under way. */
export function startSweep({ everyMs = 5_000, onProblem = () => {} }: Options = {}): () => Promise<void> {
  let running: Promise<unknown> | null = null
  const timer = setInterval(() => {
    running ??= closeOverdue()
      .catch(onProblem)
      .finally(() => {
        running = null
      })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}
