import type { Channel, MessageKind } from '#app/messages/message.ts'

export type Contacts = { email: string | null; phone: string | null }

export type Ways = {
  kind: MessageKind
  /** What the person does not want; letters about an account come all the same. */
  refused: readonly Channel[]
  /** Whether the province has a gateway for SMS or Zalo. */
  hasGateway: boolean
}

/**
 * The one way by which somebody is told beside the notice on the site: a letter where there is an address, since it costs
 * nothing and says more; else the gateway. Null: neither is known, or wanted.
 */
export function wayTo({ email, phone }: Contacts, { kind, refused, hasGateway }: Ways) {
  const isWanted = (channel: Channel) => kind === 'account' || !refused.includes(channel)
  if (email && isWanted('email')) return { channel: 'email' as const, address: email }
  if (phone && hasGateway && isWanted('gateway')) return { channel: 'gateway' as const, address: phone }
  return null
}
