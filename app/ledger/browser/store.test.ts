import { v7 as uuid } from 'uuid'
import { afterEach, expect, test, vi } from 'vitest'
import { openStore } from '#app/ledger/browser/store.ts'
import { visitorLessons } from '#app/ledger/browser/visitor-progress.ts'
import { anEdition } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A browser without IndexedDB, whose localStorage holds at most so many characters. */
function aBrowser(room = 5_000_000) {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (value.length > room) throw new Error('QuotaExceededError')
      kept.set(name, value)
    },
  })
}

test('each event is kept once under its owner, and dropped from that owner alone', async () => {
  aBrowser()
  const edition = await anEdition()
  const store = await openStore()
  const [one, other] = [did.opened(edition, 'bai-1'), did.read(edition, 'bai-1')]
  await store.put({ owner: 'p1', id: one.id, event: one })
  await store.put({ owner: 'p1', id: one.id, event: one })
  await store.put({ owner: 'p1', id: other.id, event: other })
  await store.put({ owner: '', id: one.id, event: one })

  expect((await store.all('p1')).map(({ id }) => id)).toEqual([one.id, other.id])
  expect((await store.owners()).sort()).toEqual(['', 'p1'])
  await store.drop('p1', [one.id, uuid()])
  expect((await store.all('p1')).map(({ event }) => event)).toEqual([other])
  expect((await store.all('')).map(({ event }) => event)).toEqual([one])
})

test('what is kept is there after the page is loaded anew', async () => {
  aBrowser()
  const event = did.read(await anEdition(), 'bai-1')
  await (await openStore()).put({ owner: 'p1', id: event.id, event })
  expect(await (await openStore()).all('p1')).toEqual([{ owner: 'p1', id: event.id, event }])
})

test('what a visitor did stands by lesson: read to the end weighs more than opened, other editions nothing', async () => {
  const [edition, other] = [await anEdition(), await anEdition()]
  const [question] = edition.practice
  if (!question) throw new Error('no practice')
  const events = [
    did.read(edition, 'bai-1'),
    did.opened(edition, 'bai-1'),
    did.practised(edition, 'bai-2-p1', []),
    did.read(other, 'bai-2'),
    did.submitted(edition, 'a1'),
  ]
  expect(visitorLessons(events, edition.id)).toEqual({ 'bai-1': 'read', 'bai-2': 'opened' })
  expect(visitorLessons([...events].reverse(), edition.id)).toEqual({ 'bai-1': 'read', 'bai-2': 'opened' })
  expect(visitorLessons([], edition.id)).toEqual({})
})
