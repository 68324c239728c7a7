/** The same things in an order that only the seed decides. Fisher–Yates; the given array is left as it is. */
export function shuffle<T>(things: readonly T[], seed: string): T[] {
  const random = generator(hash(seed))
  const shuffled = [...things]
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const [a, b] = [shuffled[last], shuffled[other]]
    if (a === undefined || b === undefined) continue
    shuffled[last] = b
    shuffled[other] = a
  }
  return shuffled
}

/**
 * Options in shown order. They are put in the order of their ids first, so that where the author
 * wrote them (the right one last, say) has no part in it.
 */
export function shuffleById<T extends { id: string }>(things: readonly T[], seed: string): T[] {
  const byId = [...things].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return shuffle(byId, seed)
}

/** Any text to 32 well mixed bits (FNV-1a, then the finaliser of MurmurHash3; both in the public domain). */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** Numbers in [0, 1) from 32 bits of state (the published mulberry32 recurrence): plenty for seven options. */
function generator(state: number): () => number {
  let a = state
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
