import { environment } from '#app/db/environment.server.ts'
import { type Delivery, deliverBy } from '#app/messages/deliver-by.server.ts'
import { openGateway } from '#app/messages/gateway.server.ts'
import { openMailer } from '#app/messages/mailer.server.ts'
import type { Channel } from '#app/messages/message.ts'

export type Servers = {
  smtpUrl?: string | undefined
  gatewayUrl?: string | undefined
  gatewayToken?: string | undefined
  patienceMs?: number
}

/** Sends what is due by every way; neither waits for the other. Null: nothing could be sent by any. */
export async function deliverDue(now = new Date(), servers: Servers = {}): Promise<Delivery | null> {
  const done = await Promise.all([deliverChannel('email', now, servers), deliverChannel('gateway', now, servers)])
  const some = done.filter((delivery) => delivery !== null)
  if (some.length === 0) return null
  return {
    sent: some.reduce((sum, { sent }) => sum + sent, 0),
    failed: some.reduce((sum, { failed }) => sum + failed, 0),
  }
}

/** Sends what is due by one way. Null: it has no server, or another process has the lease. */
export async function deliverChannel(channel: Channel, now: Date, servers: Servers = {}): Promise<Delivery | null> {
  const { smtpUrl = environment.SMTP_URL, gatewayUrl: url = environment.GATEWAY_URL, patienceMs } = servers
  if (channel === 'email') return smtpUrl ? deliverBy('email', () => openMailer({ smtpUrl, patienceMs }), now) : null
  const token = servers.gatewayToken ?? environment.GATEWAY_TOKEN
  return url ? deliverBy('gateway', () => openGateway({ url, token, patienceMs }), now) : null
}
