import { deliverChannel } from '#app/messages/deliver.server.ts'
import { channels } from '#app/messages/message.ts'
import { type Repeating, repeat } from '#app/web/repeat.server.ts'

/**
 * Delivers in the background until stopped; for the primary process. Each way by itself, so that a slow server holds up
 * its own messages alone. Any number of processes may run it: the leases let one send.
 */
export function startDelivery({ smtpUrl, ...options }: Repeating & { smtpUrl?: string } = {}): () => Promise<void> {
  const stops = channels.map((channel) => repeat(() => deliverChannel(channel, new Date(), { smtpUrl }), options))
  return async () => {
    await Promise.all(stops.map((stop) => stop()))
  }
}
