import type { Receipt, SentEvent } from '#app/ledger/event.ts'

/** A request that a dying server or link never answers is given up, and sent again. */
const patienceMs = 30_000

/** Null: not sent, tried again later (no network, a busy server, or nobody signed in any more). */
export async function postEvents(events: SentEvent[]): Promise<Receipt[] | null> {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), patienceMs)
  try {
    const response = await fetch('/events', {
      method: 'POST',
      signal: patience.signal,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ events }),
      keepalive: events.length < 20,
    })
    if (response.status === 400 || response.status === 413) return apart(events)
    if (!response.ok) return null
    const answer: { receipts: Receipt[] } = await response.json()
    return answer.receipts
  } catch {
    return null
  } finally {
    clearTimeout(timer)
  }
}

/** A batch the server cannot read: sent in halves, until the one event that nobody can read stands alone and is let go. */
async function apart(events: SentEvent[]): Promise<Receipt[] | null> {
  const [only] = events
  if (only && events.length === 1) return [{ id: only.id, outcome: 'refused' }]
  const middle = Math.ceil(events.length / 2)
  const first = await postEvents(events.slice(0, middle))
  const second = first && (await postEvents(events.slice(middle)))
  return first && second ? [...first, ...second] : first
}
