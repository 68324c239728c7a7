import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countStudy } from '#app/lessons/browser/study.ts'

/** A browser with one page: what it says happens to it, by name. */
const page = { listeners: new Map<string, () => void>(), visibilityState: 'visible' }
const happens = (kind: string) => page.listeners.get(kind)?.()
const told: number[] = []
const sum = () => told.reduce((all, seconds) => all + seconds, 0)

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T05:00:00Z') })
  Object.assign(page, { listeners: new Map(), visibilityState: 'visible' })
  told.length = 0
  const listen = (kind: string, listener: () => void) => void page.listeners.set(kind, listener)
  vi.stubGlobal('addEventListener', listen)
  vi.stubGlobal('document', Object.assign(page, { addEventListener: listen }))
  countStudy((seconds) => told.push(seconds))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const passes = (seconds: number) => vi.advanceTimersByTime(seconds * 1000)

test('study is told every half minute, and the rest on leaving', () => {
  passes(75)
  expect(told).toEqual([30, 30])
  happens('pagehide')
  expect(told).toEqual([30, 30, 15])
})

test('leaving twice, or at once, tells nothing twice and nothing of no study', () => {
  happens('pagehide')
  passes(10)
  happens('pagehide')
  happens('pagehide')
  expect(told).toEqual([10])
})

test('a page that is hidden counts nothing, and tells what was counted when it is hidden', () => {
  passes(10)
  page.visibilityState = 'hidden'
  happens('visibilitychange')
  expect(told).toEqual([10])
  passes(600)
  page.visibilityState = 'visible'
  happens('visibilitychange')
  happens('scroll')
  passes(5)
  happens('pagehide')
  expect(told).toEqual([10, 5])
})

test('two minutes without a touch are still reading; more is somebody who left the phone on the table', () => {
  passes(600)
  happens('pagehide')
  expect(sum()).toBe(120)
})

test.each(['scroll', 'pointerdown', 'keydown', 'touchstart'])('a %s is a sign of life', (sign) => {
  passes(600)
  happens(sign)
  passes(60)
  happens('pagehide')
  expect(sum()).toBe(180)
})

test('whatever happens, no more is told than time has passed', () => {
  for (let round = 0; round < 50; round++) {
    passes(7)
    happens(['scroll', 'keydown', 'pagehide', 'visibilitychange'][round % 4] ?? '')
  }
  happens('pagehide')
  expect(sum()).toBe(350)
  expect(Math.max(...told)).toBeLessThanOrEqual(30)
})
