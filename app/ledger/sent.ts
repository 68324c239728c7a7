import { z } from 'zod'
import { learningEventSchema, type SentEvent } from '#app/ledger/event.ts'

export const mostEvents = 200

const batchSchema = z.object({ events: z.array(z.unknown()).max(mostEvents) })
const idSchema = z.looseObject({ id: z.string().max(60) })

/** Each event as it was sent, or null with the best guess at its id where it cannot be read. */
export type Parsed = { id: string; event: SentEvent | null }

/** Reads a batch. Null: it is not one, or holds more than `mostEvents`. One bad event does not spoil its neighbours. */
export function parseSent(sent: unknown): Parsed[] | null {
  const batch = batchSchema.safeParse(sent)
  if (!batch.success) return null
  return batch.data.events.map(parseEvent)
}

function parseEvent(sent: unknown): Parsed {
  const parsed = learningEventSchema.safeParse(sent)
  if (parsed.success) return { id: parsed.data.id, event: composed(parsed.data) }
  const named = idSchema.safeParse(sent)
  return { id: named.success ? named.data.id : '', event: null }
}

/** Text is NFC everywhere: some keyboards send letters and marks apart. */
function composed(event: SentEvent): SentEvent {
  if (!('fields' in event)) return event
  return { ...event, fields: event.fields.map(([name, value]) => [name, value.normalize('NFC')]) }
}
