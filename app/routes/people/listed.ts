import { dayOf } from '#app/i18n/day.ts'

type Side = { createdAt: Date }

/** A proposed pair as its table shows it. */
export function listed<Pair extends { one: One; other: One }, One extends Side>(pair: Pair) {
  return { ...pair, one: dated(pair.one), other: dated(pair.other) }
}

function dated<One extends Side>({ createdAt, ...side }: One) {
  return { ...side, createdOn: dayOf(createdAt) }
}
