import type { Dice } from '#tests/demo/dice.ts'

/** Picks each thing as often as its weight says. */
export function byWeight<T>(things: ReadonlyArray<{ weight: number; thing: T }>): (dice: Dice) => T {
  const ends: number[] = []
  let sum = 0
  for (const { weight } of things) {
    sum += weight
    ends.push(sum)
  }
  return (dice) => {
    const at = dice.next() * sum
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((ends[middle] ?? 0) > at) high = middle
      else low = middle + 1
    }
    const found = things[low]
    if (!found) throw new Error('nothing to pick from')
    return found.thing
  }
}
