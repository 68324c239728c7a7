import { deliverDue } from '#app/messages/deliver.server.ts'

type Options = { everyMs?: number; onProblem?: (problem: unknown) => void; smtpUrl?: string }

/**
 * Delivers in the background until stopped; for the primary process. Any number of processes may run it: the lease
 * lets one send. The stop it returns waits for the letter on its way.
 */
export function startDelivery({ everyMs = 5_000, onProblem = () => {}, smtpUrl }: Options = {}): () => Promise<void> {
  let running: Promise<unknown> | null = null
  const timer = setInterval(() => {
    running ??= deliverDue(new Date(), { smtpUrl })
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
