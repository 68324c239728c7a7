import type { Day } from '#app/i18n/day.ts'

/** Why two accounts may be one person's. The same number is certain, unless one was typed wrongly; the others are a hint. */
export type DuplicateReason = 'same-number' | 'name-and-phone' | 'name-and-unit'

export type Likeness = { id: string; birthYear: number | null; phone: string | null; unitIds: readonly string[] }
export type Pair = { oneId: string; otherId: string; reason: DuplicateReason }

/**
 * Pairs among people of one name: the same phone and no other year of birth; or the same year and the same unit. Families
 * share a phone, and villages a name: nothing of it is certain.
 */
export function pairsAlike(people: readonly Likeness[]): Pair[] {
  const byPhone = pairsWith(people, ({ phone }) => (phone === null ? [] : [phone]), 'name-and-phone')
  const byUnit = pairsWith(people, ({ birthYear, unitIds }) => (birthYear === null ? [] : unitIds), 'name-and-unit')
  return onceEach([...byPhone, ...byUnit])
}

function pairsWith(people: readonly Likeness[], keys: (one: Likeness) => readonly string[], reason: DuplicateReason) {
  const groups = new Map<string, Likeness[]>()
  for (const one of people) for (const key of keys(one)) groups.set(key, [...(groups.get(key) ?? []), one])
  return [...groups.values()].flatMap((group) =>
    group.flatMap((one, place) =>
      group
        .slice(place + 1)
        .filter((other) => other.id !== one.id && agree(one.birthYear, other.birthYear))
        .map((other) => pairOf(one.id, other.id, reason)),
    ),
  )
}

function agree(one: number | null, other: number | null): boolean {
  return one === null || other === null || one === other
}

/** The account that is older first: ids tell time. */
export function pairOf(a: string, b: string, reason: DuplicateReason): Pair {
  return a < b ? { oneId: a, otherId: b, reason } : { oneId: b, otherId: a, reason }
}

/** Of several reasons the first stands. */
export function onceEach(pairs: readonly Pair[]): Pair[] {
  const seen = new Map<string, Pair>()
  for (const pair of pairs) if (!seen.has(keyOf(pair))) seen.set(keyOf(pair), pair)
  return [...seen.values()]
}

export function keyOf({ oneId, otherId }: { oneId: string; otherId: string }): string {
  return `${oneId} ${otherId}`
}

/** One of two accounts that may be one person's. */
export type Side = { id: string; username: string; fullName: string; birthYear: number | null; createdAt: Date }

/** The same, as the two are compared. */
export type Compared = Side & {
  /** •••••••• 1234 */
  identityNumber: string | null
  places: Array<{ unitName: string; position: string; fromDay: Day }>
  papers: number
}
