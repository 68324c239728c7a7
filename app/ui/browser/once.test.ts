import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendOnce } from '#app/ui/browser/once.ts'

/** What this browser has of forms. */
class AForm {
  constructor(readonly method: 'post' | 'get' = 'post') {}
}

const listeners = new Map<string, (event?: unknown) => void>()
const listen = (kind: string, listener: () => void) => void listeners.set(kind, listener)
const replaced: unknown[] = []

beforeEach(() => {
  vi.useFakeTimers()
  listeners.clear()
  replaced.length = 0
  vi.stubGlobal('HTMLFormElement', AForm)
  vi.stubGlobal('addEventListener', listen)
  vi.stubGlobal('history', { state: { at: 1 }, replaceState: (...said: unknown[]) => replaced.push(said) })
  sendOnce({ addEventListener: listen } as unknown as Document)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Whether a press sends the form. */
function goesOut(form: unknown, wasPrevented = false): boolean {
  const event = { target: form, defaultPrevented: wasPrevented, preventDefault: vi.fn() }
  listeners.get('submit')?.(event)
  return !wasPrevented && event.preventDefault.mock.calls.length === 0
}

test('a second press sends nothing while the first is under way; another form goes out', () => {
  const form = new AForm()
  expect([goesOut(form), goesOut(form), goesOut(new AForm())]).toEqual([true, false, true])
})

test('a form may be sent again after five seconds: the reply may have been a file', () => {
  const form = new AForm()
  goesOut(form)
  vi.advanceTimersByTime(4_999)
  expect(goesOut(form)).toBe(false)
  vi.advanceTimersByTime(1)
  expect(goesOut(form)).toBe(true)
})

test('coming back to the page frees every form', () => {
  const form = new AForm()
  goesOut(form)
  listeners.get('pageshow')?.()
  expect(goesOut(form)).toBe(true)
})

test('what only asks, and what another script holds back, is left alone', () => {
  const [search, held] = [new AForm('get'), new AForm()]
  expect([goesOut(search), goesOut(search)]).toEqual([true, true])
  goesOut(held, true)
  expect(goesOut(held)).toBe(true)
  expect(replaced).toHaveLength(1)
})

test('the way back asks for the page anew', () => {
  goesOut(new AForm())
  expect(replaced).toEqual([[{ at: 1 }, '']])
})
