const mostRemembered = 200

/**
 * Remembers in this process what was worked out, by key, as long as a version stands: the first to ask after it has changed
 * works it out anew. What failed is not remembered.
 */
export function rememberedWhile<Value>(versionNow: () => Promise<string | number>) {
  const remembered = new Map<string, Promise<Value>>()
  let version: string | number | undefined
  return async function remember(key: string, workOut: () => Promise<Value>): Promise<Value> {
    const now = await versionNow()
    if (now !== version) remembered.clear()
    version = now
    const known = remembered.get(key)
    if (known) return known
    const work = workOut()
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(key, work)
    work.catch(() => remembered.delete(key))
    return work
  }
}
