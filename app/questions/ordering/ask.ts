import type { OrderingAsk, OrderingSpec } from '#app/questions/ordering/spec.ts'
import { shuffleById } from '#app/questions/shuffle.ts'

/**
 * The items shuffled, never in the right order: shuffled again, deterministically, until they are not.
 * So the order tells which one of the n! orders is wrong, and nothing else.
 */
export function askOrdering(spec: OrderingSpec, seed: string): OrderingAsk {
  const right = spec.items.map((item) => item.id).join()
  for (let round = 0; ; round++) {
    const items = shuffleById(spec.items, round === 0 ? seed : `${seed}#${round}`)
    if (items.map((item) => item.id).join() !== right) return { items: items.map(({ id, html }) => ({ id, html })) }
  }
}
