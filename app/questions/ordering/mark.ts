import { credit } from '#app/questions/credit.ts'
import type { OrderingAnswer, OrderingSpec } from '#app/questions/ordering/spec.ts'
import type { Mark } from '#app/questions/question.ts'

/**
 * The share of neighbours that follow each other as they should. Guessing earns little by it, and moving
 * one item costs only the pairs it parts. Two items on one place follow nothing.
 */
export function markOrdering(spec: OrderingSpec, answer: OrderingAnswer): Mark {
  const places = spec.items.map((item) => alone(answer, item.id))
  let right = 0
  for (let i = 1; i < places.length; i++) {
    const [before, after] = [places[i - 1], places[i]]
    if (before != null && after != null && after === before + 1) right++
  }
  return credit(right, spec.items.length - 1)
}

/** The item's place, unless it is missing or shared. */
function alone(answer: OrderingAnswer, id: string): number | null {
  const place = answer[id]
  if (place === undefined) return null
  const sharing = Object.values(answer).filter((other) => other === place).length
  return sharing === 1 ? place : null
}
