import type { Day } from '#app/i18n/day.ts'

export type Link = { fromId: string | null; toId: string | null; effectiveDay: Day }

/**
 * The units that a unit of the past goes on in (theo cơ cấu hiện hành): itself while it stands, else what followed it,
 * step by step, up to the day. Several after a split; none when it ended without a successor.
 */
export function successorsOf(
  unitId: string,
  linksFrom: ReadonlyMap<string, readonly Link[]>,
  stands: (unitId: string) => boolean,
  day: Day,
): string[] {
  const found = new Set<string>()
  const met = new Set<string>()
  const follow = (id: string) => {
    if (met.has(id)) return
    met.add(id)
    if (stands(id)) found.add(id)
    else for (const { toId, effectiveDay } of linksFrom.get(id) ?? []) if (toId && effectiveDay <= day) follow(toId)
  }
  follow(unitId)
  return [...found]
}
