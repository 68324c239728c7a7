import type { Day } from '#app/i18n/day.ts'
import type { Tree } from '#app/requirements/standing/audience.ts'
import { covers } from '#app/units/period.ts'

/** Where a unit goes on on a day: itself while it stands, else the units that took over, step by step; none: it ended. */
export function goesOnIn(unitId: string, { lines, heirs }: Tree, day: Day): string[] {
  const [found, met] = [new Set<string>(), new Set<string>()]
  const follow = (id: string) => {
    if (met.has(id)) return
    met.add(id)
    const stands = (lines.get(id) ?? []).some((line) => line.ancestorId === id && covers(line, day))
    if (stands) found.add(id)
    else for (const heir of heirs.get(id) ?? []) follow(heir)
  }
  follow(unitId)
  return [...found]
}

/** Whether a unit stands below another on a day, or is it. */
export function isBelow(unitId: string, above: string, { lines }: Tree, day: Day): boolean {
  return (lines.get(unitId) ?? []).some((line) => line.ancestorId === above && covers(line, day))
}

/** Of the units directly below another on a day, the one that a unit belongs to; the other itself for its own; null: elsewhere. */
export function directlyBelow(unitId: string, above: string, { lines }: Tree, day: Day): string | null {
  const line = (lines.get(unitId) ?? []).filter((one) => covers(one, day))
  const found = line.find(({ ancestorId }) => ancestorId === above)
  return found ? (line.find(({ depth }) => depth === found.depth - 1)?.ancestorId ?? above) : null
}
