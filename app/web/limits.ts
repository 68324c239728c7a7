import { addressKey } from '#app/web/limits-address.ts'
import { tokenBuckets } from '#app/web/limits-buckets.ts'

export type Limit = {
  /** False: this address has to wait. */
  take(address: string | undefined): boolean
  /** Told how the try ended. */
  ended(address: string | undefined, status: number): void
}

type Rule = { burst: number; perSecond: number; counts: 'misses' | 'all' }

/**
 * How often one address may try a door in this process. Accounts are counted first, in the database, when a password is
 * tried: these are only against a script. So they are wide: a factory of 2,000 signs in behind one address in ten minutes.
 */
const doors: Rule = { burst: 1_000, perSecond: 5, counts: 'misses' }

/** Codes that are nobody's: a clerk mistypes, a script guesses. */
const papers: Rule = { burst: 60, perSecond: 0.5, counts: 'misses' }

/** By the route's own path, so that no way of writing an address goes round them. */
const rules: Record<string, { loader?: Rule; action?: Rule }> = {
  'sign-in': { action: doors },
  'sign-up': { action: { ...doors, counts: 'all' } },
  reset: { action: { ...doors, counts: 'all' } },
  'reset/code': { action: doors },
  'first-administrator': { loader: doors, action: doors },
  'certificates/:code': { loader: papers },
  'certificates/:code.pdf': { loader: papers },
  'certificates/:code.json': { loader: papers },
}

export const limitedPaths = Object.keys(rules)

/** One for the whole process: a door may be answered in more than one place. */
export const siteLimits = limits()

/** The limits of every route, one for both languages and for all doors of one rule; asked once when the server starts. */
export function limits(nowMs: () => number = Date.now) {
  const made = new Map<Rule, Limit>()
  return (path: string | undefined, kind: 'loader' | 'action'): Limit | null => {
    const rule = rules[(path ?? '').replace(/^en\//, '')]?.[kind]
    if (!rule) return null
    const limit = made.get(rule) ?? limitBy(rule, nowMs)
    made.set(rule, limit)
    return limit
  }
}

function limitBy({ burst, perSecond, counts }: Rule, nowMs: () => number): Limit {
  const buckets = tokenBuckets({ burst, perSecond, mostKeys: 10_000 })
  return {
    take: (address = '') => buckets.take(addressKey(address), nowMs()),
    ended(address = '', status) {
      if (counts === 'misses' && status < 400) buckets.giveBack(addressKey(address))
    },
  }
}
