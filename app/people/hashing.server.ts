import { hash, verify } from '@node-rs/argon2'

/** OWASP's setting for argon2id, which is the package's default kind. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

let last: Promise<unknown> = Promise.resolve()
let waiting = 0
let computed = 0

/**
 * Does works that hash one after another. Sharp edge: argon2 shares libuv's four threads with zlib and the file system;
 * several at once ruin everybody else's p99.
 */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  waiting++
  const mine = last.then(() => {
    waiting--
    return work()
  })
  last = mine.catch(() => {})
  return mine
}

/** Whether the next hash begins as soon as this one is done. */
export function isHashAwaited(): boolean {
  return waiting > 0
}

/** Passwords are compared in NFC: the same keys give other bytes on a Mac than on Windows. */
export function hashPassword(password: string): Promise<string> {
  return oneAtATime(() => {
    computed++
    return hash(password.normalize('NFC'), cost)
  })
}

/** Only inside `oneAtATime`. Without a hash to compare with the same work is done, and the answer is no. */
export async function fits(passwordHash: string | null, password: string): Promise<boolean> {
  computed++
  const isRight = await verify(passwordHash ?? (await nobodysHash()), password.normalize('NFC'))
  return isRight && passwordHash !== null
}

/** How many hashes this process has computed: tests hold the promise "same work for unknown and wrong" with it. */
export function hashesComputed(): number {
  return computed
}

let nobodys: Promise<string> | undefined

function nobodysHash(): Promise<string> {
  nobodys ??= hash('nobody has this password', cost)
  return nobodys
}
