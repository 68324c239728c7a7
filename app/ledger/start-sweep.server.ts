import { closeOverdue } from '#app/ledger/close-overdue.server.ts'
import { type Repeating, repeat } from '#app/web/repeat.server.ts'

/** Closes overdue attempts in the background until stopped; for the primary process. */
export function startSweep(options: Repeating = {}): () => Promise<void> {
  return repeat(() => closeOverdue(), options)
}
