import { openStore } from '#app/ledger/browser/store.ts'
import type { Receipt, SentEvent } from '#app/ledger/event.ts'

/** One event on its way: on this bank, on the water, or on the far bank (late: kept there, not marked). */
export type Crossing = { id: string; state: 'here' | 'sending' | 'received' | 'late' | 'refused'; deadline?: string }

export const visitor = ''
const batch = 100
const retryMs = 15_000
/** A request that a dying server or link never answers is given up, and sent again. */
const patienceMs = 30_000

/**
 * The outbox of this device. An event is written here first, then sent, and dropped only on the server's receipt,
 * so that a reload, a crash or a week without network loses nothing. Sending twice is harmless.
 */
export function openQueue(listen: (crossing: Crossing) => void = () => {}) {
  const store = openStore()
  let owner = visitor
  let sending: Promise<void> | null = null
  let isListening = false
  let settle = () => {}
  /** Until the page knows who is here, nothing is kept under anybody's name. */
  const ready = new Promise<void>((resolve) => {
    settle = resolve
  })

  /** Keeps the event on this device, whoever's it will be; resolved when it has reached the storage. */
  async function keep(event: SentEvent) {
    await ready
    await (await store).put({ owner, id: event.id, event })
    listen({ id: event.id, state: 'here' })
  }

  async function add(event: SentEvent) {
    await keep(event)
    void send()
  }

  /** The server has it by another way. A visitor's work stays: it may get an owner yet. */
  async function received(id: string) {
    if (owner !== visitor) await (await store).drop(owner, [id])
    listen({ id, state: 'received' })
  }

  /** Sends all that waits; a visitor's work waits until it has an owner. */
  function send(): Promise<void> {
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  async function sendAll() {
    for (;;) {
      const from = owner
      const waiting = from === visitor ? [] : (await (await store).all(from)).slice(0, batch)
      if (waiting.length === 0) return
      for (const { id } of waiting) listen({ id, state: 'sending' })
      const receipts = await post(waiting.map(({ event }) => event))
      if (!receipts) {
        for (const { id } of waiting) listen({ id, state: 'here' })
        return
      }
      await (await store).drop(
        from,
        receipts.map(({ id }) => id),
      )
      for (const { id, outcome, deadline } of receipts) listen({ id, state: outcome, ...(deadline && { deadline }) })
      if (receipts.length < waiting.length) return
    }
  }

  /** From now on events are this person's; what waits of theirs goes out now, then whenever there may be a network. */
  function belongTo(person: string) {
    owner = person
    settle()
    if (person === visitor) return Promise.resolve()
    if (isListening) return send()
    isListening = true
    addEventListener('online', () => void send())
    document.addEventListener('visibilitychange', () => void send())
    setInterval(() => void send(), retryMs * (0.75 + Math.random() / 2))
    return send()
  }

  return {
    add,
    keep,
    received,
    send,
    belongTo,
    waiting: async (whose = owner) => (await (await store).all(whose)).map(({ event }) => event),
    /** A visitor's work becomes the person's: written under the new owner before it leaves the old. */
    importVisitor: async () => {
      const events = await store
      const work = await events.all(visitor)
      for (const { id, event } of work) await events.put({ owner, id, event })
      await events.drop(
        visitor,
        work.map(({ id }) => id),
      )
      await send()
    },
    wipe: async (whose = owner) => {
      const events = await store
      await events.drop(
        whose,
        (await events.all(whose)).map(({ id }) => id),
      )
    },
  }
}

export type Queue = ReturnType<typeof openQueue>

/** Null: not sent, tried again later (no network, a busy server, or nobody signed in any more). */
async function post(events: SentEvent[]): Promise<Receipt[] | null> {
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
  const first = await post(events.slice(0, middle))
  const second = first && (await post(events.slice(middle)))
  return first && second ? [...first, ...second] : first
}
