import { type UnitType, unitTypes } from '#app/units/unit.ts'

type Named = { name: string; type: UnitType }

const collator = new Intl.Collator('vi', { numeric: true })

/** Siblings as lists have them: by what they are, then by name, Tân Phước 2 before Tân Phước 10. */
export function byTypeAndName(a: Named, b: Named): number {
  return places.indexOf(a.type) - places.indexOf(b.type) || collator.compare(a.name, b.name)
}

const places: readonly UnitType[] = unitTypes
