import { Dice } from '#tests/demo/dice.ts'

/**
 * While the work runs, the ids that the app makes (UUIDv7: a clock and random bytes) come out of a seed, so that the same
 * province has the same ids. Secrets are not touched: tokens, codes, salts and keys come from node:crypto.
 * Sharp edge: the clock of ids never goes back, so this holds in a process that has made no id before.
 */
export async function withSeededIds<T>(seed: string, from: Date, work: () => Promise<T>): Promise<T> {
  const dice = new Dice(`${seed}/ids`)
  const clock = Date.now
  let now = from.getTime()
  Date.now = () => now
  Object.defineProperty(globalThis.crypto, 'getRandomValues', {
    configurable: true,
    value: (bytes: Uint8Array) => {
      now++ // by the ids made, not by who looks at the clock
      for (let place = 0; place < bytes.length; place++) bytes[place] = dice.between(0, 255)
      return bytes
    },
  })
  try {
    return await work()
  } finally {
    Date.now = clock
    Reflect.deleteProperty(globalThis.crypto, 'getRandomValues')
  }
}
