export type Buckets = {
  /** Takes one token of this key; false: none is left. */
  take(key: string, nowMs: number): boolean
  /** A try that was no guess costs nothing. */
  giveBack(key: string): void
}

type Plan = { burst: number; perSecond: number; mostKeys: number }

/**
 * Token buckets in this process's memory: `burst` tries at once, then `perSecond`.
 * Bounded: of more than `mostKeys` keys the one unused longest is forgotten, which only ever lets more through.
 */
export function tokenBuckets({ burst, perSecond, mostKeys }: Plan): Buckets {
  const buckets = new Map<string, { tokens: number; atMs: number }>()

  function take(key: string, nowMs: number): boolean {
    const bucket = buckets.get(key)
    const earned = bucket ? Math.max(0, nowMs - bucket.atMs) * (perSecond / 1000) : 0
    const tokens = bucket ? Math.min(burst, bucket.tokens + earned) : burst
    const isFree = tokens >= 1
    buckets.delete(key) // set anew below, so that the map stays in the order of use
    buckets.set(key, { tokens: isFree ? tokens - 1 : tokens, atMs: nowMs })
    if (buckets.size > mostKeys) forgetOldest()
    return isFree
  }

  function giveBack(key: string) {
    const bucket = buckets.get(key)
    if (bucket) bucket.tokens = Math.min(burst, bucket.tokens + 1)
  }

  function forgetOldest() {
    for (const key of buckets.keys()) {
      buckets.delete(key)
      return
    }
  }

  return { take, giveBack }
}
