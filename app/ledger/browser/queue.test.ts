import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Crossing, openQueue, visitor } from '#app/ledger/browser/queue.ts'
import type { SentEvent } from '#app/ledger/event.ts'
import { eventsOfPerson } from '#app/ledger/events-of-person.server.ts'
import { record } from '#app/ledger/record.server.ts'
import type { Actor } from '#app/people/person.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'

/** The network between the device and the real ledger: what it does to the next request, else it delivers. */
const network = { fate: [] as Array<'lost' | 'answer lost' | number>, requests: 0, person: null as Actor | null }

beforeEach(() => {
  Object.assign(network, { fate: [], requests: 0, person: null })
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  })
  vi.stubGlobal('addEventListener', () => {})
  vi.stubGlobal('document', { addEventListener: () => {} })
  vi.stubGlobal('setInterval', () => 0)
  vi.stubGlobal('fetch', deliver)
})
afterEach(() => void vi.unstubAllGlobals())

async function deliver(_address: string, { body }: { body: string }) {
  network.requests++
  const fate = network.fate.shift()
  if (fate === 'lost') throw new TypeError('Failed to fetch')
  if (typeof fate === 'number') return new Response('', { status: fate })
  if (!network.person) return new Response('', { status: 401 })
  // What this door cannot read at all, it refuses whole, as the server's limits on a body do.
  if (body.includes('poison')) return new Response('', { status: 400 })
  const answer = await record(network.person, JSON.parse(body))
  if (fate === 'answer lost') throw new TypeError('Failed to fetch')
  return Response.json(answer)
}

async function aDevice() {
  const person = await aPerson()
  network.person = person
  const told: Crossing[] = []
  const queue = openQueue((crossing) => told.push(crossing))
  return {
    person,
    queue,
    told,
    received: () => eventsOfPerson(person).then((rows) => rows.map(({ content }) => content.id)),
  }
}

const ids = (events: SentEvent[]) => events.map(({ id }) => id)

test('an event is kept here, sent, received, and only then dropped', async () => {
  const { person, queue, told, received } = await aDevice()
  const event = did.read(await anEdition(), 'bai-1')
  await queue.belongTo(person.id)
  await queue.keep(event)
  expect(await queue.waiting()).toEqual([event])
  await queue.send()

  expect(await received()).toEqual([event.id])
  expect(await queue.waiting()).toEqual([])
  expect(told.map(({ state }) => state)).toEqual(['here', 'sending', 'received'])
})

test.each([
  ['there is no network', 'lost'],
  ['the server is busy', 503],
  ['nobody is signed in any more', 401],
  ['the server fails', 500],
] as const)('when %s the event stays here, and goes out the next time', async (_, fate) => {
  const { person, queue, told, received } = await aDevice()
  const event = did.read(await anEdition(), 'bai-1')
  await queue.belongTo(person.id)
  await queue.keep(event)
  network.fate = [fate]
  await queue.send()
  expect(told.at(-1)).toEqual({ id: event.id, state: 'here' })
  expect(await queue.waiting()).toEqual([event])

  await queue.send()
  expect(await received()).toEqual([event.id])
  expect(await queue.waiting()).toEqual([])
})

test('when only the answer is lost, the event is sent again and kept once', async () => {
  const { person, queue, received } = await aDevice()
  const event = did.read(await anEdition(), 'bai-1')
  await queue.belongTo(person.id)
  await queue.keep(event)
  network.fate = ['answer lost']
  await queue.send()
  expect(await queue.waiting()).toEqual([event])
  await queue.send()

  expect(await received()).toEqual([event.id])
  expect(await queue.waiting()).toEqual([])
})

test('one event that no server can read is let go alone; all the others arrive', async () => {
  const { person, queue, told, received } = await aDevice()
  const edition = await anEdition()
  const good = Array.from({ length: 8 }, () => did.read(edition, 'bai-1'))
  const poison = did.read(edition, 'poison')
  await queue.belongTo(person.id)
  for (const event of [...good.slice(0, 5), poison, ...good.slice(5)]) await queue.keep(event)
  await queue.send()

  expect((await received()).sort()).toEqual(ids(good).sort())
  expect(told.filter(({ state }) => state === 'refused')).toEqual([{ id: poison.id, state: 'refused' }])
  expect(await queue.waiting()).toEqual([])
})

test('a long absence is sent in portions of a hundred, all of it in one go', async () => {
  const { person, queue, received } = await aDevice()
  const edition = await anEdition()
  const work = Array.from({ length: 205 }, () => did.studied(edition, 'bai-1', 30))
  await queue.belongTo(person.id)
  for (const event of work) await queue.keep(event)
  await Promise.all([queue.send(), queue.send()])

  expect((await received()).sort()).toEqual(ids(work).sort())
  expect(network.requests).toBe(3)
})

test('a visitor’s work waits here, is nobody’s until it is claimed, and then arrives whole', async () => {
  const { person, queue, received } = await aDevice()
  const edition = await anEdition()
  const work = [did.opened(edition, 'bai-1'), did.read(edition, 'bai-1')]
  await queue.belongTo(visitor)
  for (const event of work) await queue.add(event)
  await queue.send()
  expect(network.requests).toBe(0)

  await queue.belongTo(person.id)
  expect(await received()).toEqual([])
  expect(ids(await queue.waiting(visitor))).toEqual(ids(work))
  await queue.importVisitor()
  expect((await received()).sort()).toEqual(ids(work).sort())
  expect(await queue.waiting(visitor)).toEqual([])
})

test('whoever says that the work is not theirs leaves none of it on the device', async () => {
  const { person, queue, received } = await aDevice()
  await queue.belongTo(visitor)
  await queue.keep(did.read(await anEdition(), 'bai-1'))
  await queue.belongTo(person.id)
  await queue.wipe(visitor)

  expect(await queue.waiting(visitor)).toEqual([])
  await queue.importVisitor()
  expect(await received()).toEqual([])
})

test('what waits of one person is never sent under another who signs in on the same device', async () => {
  const { person, queue } = await aDevice()
  const other = await aPerson()
  const event = did.read(await anEdition(), 'bai-1')
  await queue.belongTo(person.id)
  await queue.keep(event)
  network.person = other
  await queue.belongTo(other.id)

  expect(await eventsOfPerson(other)).toEqual([])
  expect(await queue.waiting(person.id)).toEqual([event])
})

test('until the page knows who is here nothing is kept under anybody’s name', async () => {
  const { person, queue } = await aDevice()
  const event = did.read(await anEdition(), 'bai-1')
  const kept = queue.keep(event)
  expect(await queue.waiting(visitor)).toEqual([])
  await queue.belongTo(person.id)
  await kept
  expect(await queue.waiting(visitor)).toEqual([])
  expect(await queue.waiting(person.id)).toEqual([event])
})

test('what the server received by another way is not sent again; a visitor’s may still be claimed', async () => {
  const { person, queue } = await aDevice()
  const edition = await anEdition()
  const [mine, theirs] = [did.read(edition, 'bai-1'), did.read(edition, 'bai-2')]
  await queue.belongTo(visitor)
  await queue.keep(theirs)
  await queue.received(theirs.id)
  expect(await queue.waiting(visitor)).toEqual([theirs])

  await queue.belongTo(person.id)
  await queue.keep(mine)
  await queue.received(mine.id)
  expect(await queue.waiting()).toEqual([])
})
