import { deliverDue } from '#app/messages/deliver.server.ts'
import { type Repeating, repeat } from '#app/web/repeat.server.ts'

/**
 * Delivers in the background until stopped; for the primary process. Any number of processes may run it: the lease
 * lets one send.
 */
export function startDelivery({ smtpUrl, ...options }: Repeating & { smtpUrl?: string } = {}): () => Promise<void> {
  return repeat(() => deliverDue(new Date(), { smtpUrl }), options)
}
