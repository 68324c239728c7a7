import { type Transaction, write } from '#app/db/db.server.ts'
import { rememberEnrolled } from '#app/enrolments/enrol-in-tx.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { applyInTx, type Refused } from '#app/ledger/apply-in-tx.server.ts'
import type { Receipt, SentEvent } from '#app/ledger/event.ts'
import { type Parsed, parseSent } from '#app/ledger/sent.ts'
import type { Actor } from '#app/people/person.ts'

/** `problem`: the batch as a whole could not be read, and nothing of it was kept. */
export type Recorded = { receipts: Receipt[]; problem?: string }

/**
 * The one door for learners' work: `{ events: [...] }` from a form, a live page or a phone that was offline, at most 200.
 * Good events are on disk when it returns, beside bad ones too; sending twice is harmless and order does not matter.
 * Receipts come in the order sent. What is not the actor's own is refused like what does not exist.
 */
export async function record(
  actor: Actor & { language?: 'vi' | 'en' },
  sent: unknown,
  receivedAt = new Date(),
): Promise<Recorded> {
  const words = messages(actor.language ?? 'vi').attempts.refused
  const parsed = parseSent(sent)
  if (!parsed) return { receipts: [], problem: words.batch }
  const refuse = (id: string, why: Refused): Receipt => ({ id, outcome: 'refused', problem: words[why] })
  const { outcomes, deadlines } = await recordAll(actor.id, parsed, receivedAt)
  return {
    receipts: parsed.map(({ id }, place) => {
      const outcome = outcomes[place] ?? 'unreadable'
      if (outcome !== 'received' && outcome !== 'late') return refuse(id, outcome)
      const deadline = deadlines.get(id)?.toISOString()
      return deadline ? { id, outcome, deadline } : { id, outcome }
    }),
  }
}

type Outcome = 'received' | 'late' | Refused
type Applied = { outcomes: Outcome[]; deadlines: Map<string, Date> }

async function recordAll(personId: string, parsed: Parsed[], receivedAt: Date): Promise<Applied> {
  const readable = parsed.flatMap(({ event }, place) => (event ? [{ event, place }] : []))
  if (readable.length === 0) return { outcomes: [], deadlines: new Map() }
  // What came in one batch was done before it was sent: the submission closes after all its answers.
  const inOrder = readable.sort((one, other) => rank(one.event) - rank(other.event))
  const { enrolled, ...applied } = await write((tx) => applyAll(tx, personId, inOrder, receivedAt))
  for (const editionId of enrolled) rememberEnrolled(personId, editionId)
  return applied
}

async function applyAll(
  tx: Transaction,
  personId: string,
  events: Array<{ event: SentEvent; place: number }>,
  receivedAt: Date,
) {
  const outcomes: Outcome[] = []
  const enrolled = new Set<string>()
  const deadlines = new Map<string, Date>()
  for (const { event, place } of events) {
    outcomes[place] = await applyInTx(tx, { personId, receivedAt, enrolled, deadlines }, event)
  }
  return { outcomes, enrolled, deadlines }
}

function rank(event: SentEvent) {
  return event.kind === 'attempt.submitted' ? 1 : 0
}
