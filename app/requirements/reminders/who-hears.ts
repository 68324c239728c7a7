import type { UnitType } from '#app/units/unit.ts'

/** A unit or one above it, the nearest first, with who answers for it on the day: managers and training officers. */
export type Step = { unitId: string; type: UnitType; heads: string[] }

const agencies: readonly UnitType[] = ['so_nganh', 'xa', 'phuong', 'doanh_nghiep', 'don_vi_su_nghiep']

/** The heads of somebody: of their unit, or of the nearest above that has any. Nobody is told of themselves. */
export function headsOf(line: readonly Step[], personId: string): string[] {
  for (const { heads } of line) {
    const others = heads.filter((id) => id !== personId)
    if (others.length > 0) return others
  }
  return []
}

/** The same of the agency they belong to: the nearest department, commune, enterprise or public institution, or the top. */
export function agencyHeadsOf(line: readonly Step[], personId: string): string[] {
  const place = line.findIndex(({ type }) => agencies.includes(type))
  return headsOf(line.slice(place === -1 ? line.length - 1 : place), personId)
}
