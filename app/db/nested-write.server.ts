import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * Watches for a write() inside a write(), which waits for itself for ever. To watch makes every promise of the process
 * dearer, a twentieth of a page: so production leaves it to the tests, which walk every verb, and to `noLongerThan`.
 */
const inside = process.env.NODE_ENV === 'production' ? null : new AsyncLocalStorage<true>()

export function refuseNestedWrite(): void {
  if (inside?.getStore()) throw new Error('write() inside write(): pass tx along instead')
}

export function asWrite<T>(run: () => Promise<T>): Promise<T> {
  return inside ? inside.run(true, run) : run()
}

const patienceMs = 5_000

/** Ends the process when a write stands still: another takes its place, and nothing that was acknowledged is lost. */
export function noLongerThan(limitMs = patienceMs): { done(): void } {
  const timer = setTimeout(() => {
    throw new Error(`a write stood still for ${limitMs / 1000} s: it waits for something else than the database`)
  }, limitMs)
  return { done: () => clearTimeout(timer) }
}
