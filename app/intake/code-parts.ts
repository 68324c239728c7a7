import type { Part } from '#app/intake/newcomers.server.ts'

/** A part of the people who wait for a code: from whom to whom, how many, and how many of them have a code that works. */
export type NamedPart = Pick<Part, 'from' | 'to'> & { first: string; last: string; people: number; withCode: number }

type Named = { fullName: string; sortKey: string; hasCode: boolean }

/**
 * Divides people, in the order of names, into parts of at most so many. Parts touch and do not overlap, whoever comes or
 * goes meanwhile: a name lies in one of them. People of one name stay together.
 */
export function partsOf(people: readonly Named[], most: number): NamedPart[] {
  const starts = [0]
  let group = 0
  people.forEach(({ sortKey }, at) => {
    if (sortKey !== people[at - 1]?.sortKey) group = at
    const begun = starts.at(-1) ?? 0
    if (at - begun >= most && group > begun) starts.push(group)
  })
  return starts.map((start, at) => {
    const some = people.slice(start, starts[at + 1])
    return {
      from: at === 0 ? undefined : people[start]?.sortKey,
      to: people[starts[at + 1] ?? people.length]?.sortKey,
      first: some[0]?.fullName ?? '',
      last: some.at(-1)?.fullName ?? '',
      people: some.length,
      withCode: some.filter(({ hasCode }) => hasCode).length,
    }
  })
}
