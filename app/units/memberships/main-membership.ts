import type { Day } from '#app/i18n/day.ts'
import { covers, type Period } from '#app/units/period.ts'

/** What decides by which of several memberships a person is counted. */
export type Claim = Period & { id: string; isMain: boolean; since: Day; originId: string }

/** On a day the first in this order is main: the latest of those wanted as main, else the oldest. */
export function byClaim(a: Claim, b: Claim): number {
  if (a.isMain !== b.isMain) return a.isMain ? -1 : 1
  const older = compare(a.since, b.since)
  return (a.isMain ? -older : older) || compare(a.originId, b.originId)
}

/**
 * By which membership a person is counted, from one day to another: exactly one on each day on which there is any.
 * Depends on the memberships of the day alone, so what is entered for later days never changes it.
 */
export function mainsOf<C extends Claim>(memberships: readonly C[]): Array<Period & { membership: C }> {
  const inOrder = [...memberships].sort(byClaim)
  const days = [...new Set(memberships.flatMap(({ fromDay, toDay }) => [fromDay, toDay]))].sort(compare)
  const mains: Array<Period & { membership: C }> = []
  for (const [place, fromDay] of days.entries()) {
    const membership = inOrder.find((one) => covers(one, fromDay))
    const toDay = days[place + 1]
    if (!membership || toDay === undefined) continue
    const last = mains.at(-1)
    if (last?.membership === membership && last.toDay === fromDay) last.toDay = toDay
    else mains.push({ fromDay, toDay, membership })
  }
  return mains
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
