import { postEvents } from '#app/ledger/browser/post-events.ts'
import { openStore, type Store } from '#app/ledger/browser/store.ts'
import type { SentEvent } from '#app/ledger/event.ts'

/** One event on its way: on this bank, on the water, or on the far bank (late: kept there, not marked). */
export type Crossing = { id: string; state: 'here' | 'sending' | 'received' | 'late' | 'refused'; deadline?: string }
type Listen = (crossing: Crossing) => void

export const visitor = ''
const batch = 100
const retryMs = 15_000

/**
 * The outbox of this device. An event is written here first, then sent, and dropped only on the server's receipt,
 * so that a reload, a crash or a week without network loses nothing. Sending twice is harmless.
 */
export function openQueue(listen: Listen = () => {}) {
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
    const kept = await store
    while (owner !== visitor) {
      const mayBeMore = await sendBatch(kept, owner, listen)
      if (!mayBeMore) return
    }
  }

  /** From now on events are this person's; what waits of theirs goes out now, then whenever there may be a network. */
  function belongTo(person: string) {
    owner = person
    settle()
    if (person === visitor) return Promise.resolve()
    if (!isListening) whenThereMayBeANetwork(() => void send())
    isListening = true
    return send()
  }

  /** A visitor's work becomes the person's. */
  async function importVisitor() {
    await handOver(await store, visitor, owner)
    await send()
  }

  const waiting = async (whose = owner) => (await (await store).all(whose)).map(({ event }) => event)
  const wipe = async (whose = owner) => dropAll(await store, whose, await (await store).all(whose))

  return { add, keep, received, send, belongTo, waiting, importVisitor, wipe }
}

export type Queue = ReturnType<typeof openQueue>

/** Sends what waits of somebody, so many events at most. True: there may be more to send now. */
async function sendBatch(store: Store, owner: string, listen: Listen): Promise<boolean> {
  const waiting = (await store.all(owner)).slice(0, batch)
  if (waiting.length === 0) return false
  for (const { id } of waiting) listen({ id, state: 'sending' })
  const receipts = await postEvents(waiting.map(({ event }) => event))
  if (!receipts) {
    for (const { id } of waiting) listen({ id, state: 'here' })
    return false
  }
  await dropAll(store, owner, receipts)
  for (const { id, outcome, deadline } of receipts) listen({ id, state: outcome, ...(deadline && { deadline }) })
  return receipts.length >= waiting.length
}

/** Written under the new owner before it leaves the old. */
async function handOver(store: Store, from: string, to: string) {
  const work = await store.all(from)
  for (const { id, event } of work) await store.put({ owner: to, id, event })
  await dropAll(store, from, work)
}

function dropAll(store: Store, owner: string, events: ReadonlyArray<{ id: string }>): Promise<void> {
  return store.drop(
    owner,
    events.map(({ id }) => id),
  )
}

/** Now and then too, for whom no browser tells of a network; many phones do not all try in the same moment. */
function whenThereMayBeANetwork(send: () => void) {
  addEventListener('online', send)
  document.addEventListener('visibilitychange', send)
  setInterval(send, retryMs * (0.75 + Math.random() / 2))
}
