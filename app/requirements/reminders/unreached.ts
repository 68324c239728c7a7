import type { Day } from '#app/i18n/day.ts'
import type { Channel } from '#app/messages/message.ts'
import { type Contacts, wayTo } from '#app/messages/way-to.ts'

/** Why nothing that is sent comes to somebody: nothing is known of them, they want none, or it came back for good. */
export type WhyUnreached = 'no-contact' | 'refused' | 'failed'

/** A message that was sent, or given up. */
export type Outcome = { channel: Channel; address: string; isSent: boolean; createdAt: Date }

export type Unreached = {
  personId: string
  fullName: string
  birthYear: number | null
  unitName: string
  why: WhyUnreached
  due: Array<{ title: string; dueDay: Day; isLate: boolean }>
}

/** Null: something reaches them. An address is tried until its newest message was given up. */
export function whyUnreached(
  contacts: Contacts,
  { refused, outcomes, hasGateway }: { refused: readonly Channel[]; outcomes: readonly Outcome[]; hasGateway: boolean },
): WhyUnreached | null {
  const kind = 'reminder' as const
  const gaveUp = (channel: Channel, address: string | null) => {
    const own = outcomes.filter((one) => one.channel === channel && one.address === address)
    const [newest] = own.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    return newest?.isSent === false
  }
  if (!wayTo(contacts, { kind, refused: [], hasGateway })) return 'no-contact'
  if (!wayTo(contacts, { kind, refused, hasGateway })) return 'refused'
  const working = {
    email: gaveUp('email', contacts.email) ? null : contacts.email,
    phone: gaveUp('gateway', contacts.phone) ? null : contacts.phone,
  }
  return wayTo(working, { kind, refused, hasGateway }) ? null : 'failed'
}
