import type { ProblemKind } from '#app/messages/delivery-problem.ts'
import type { Channel, MessageKind } from '#app/messages/message.ts'

export const deliveryStates = ['sent', 'waiting', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** What was sent to somebody by one way, as a manager sees it: never the words, and of account matters no subject. */
export type DeliveryShown = {
  id: string
  personId: string
  fullName: string
  kind: MessageKind
  subject: string | null
  channel: Channel
  /** Masked. */
  address: string
  state: DeliveryState
  /** Taken by the server, given up, or made. */
  at: Date
  /** The next try; null: none. */
  nextAt: Date | null
  tries: number
  problem: ProblemKind | null
  mayBeTwice: boolean
}
