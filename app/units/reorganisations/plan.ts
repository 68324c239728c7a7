import type { Refused, ReorganisationKind } from '#app/units/reorganisations/reorganisation.ts'
import type { Facts } from '#app/units/unit.ts'

/** People who go from some units to one. */
export type Transfer = {
  from: string[]
  to: string
  /** `others`: whom no list before named. */
  people: string[] | 'others'
  /** They only wait there for a place. */
  isWaiting: boolean
}

/** Everything a decision changes, ready to be shown or written. */
export type Plan = {
  kind: ReorganisationKind
  made: Array<{ unitId: string; facts: Facts; aliases: string[] }>
  ended: string[]
  changed: Array<{ unitId: string; facts: Partial<Facts>; aliases?: string[] }>
  /** Units that come under another because what stood above them ends; `only` when not all do. */
  adopted: Array<{ from: string; to: string; only?: string[] }>
  transfers: Transfer[]
  links: Array<{ fromId: string | null; toId: string | null }>
}

export type Planned = { plan: Plan } | Refused

export function aPlan(kind: ReorganisationKind, parts: Partial<Omit<Plan, 'kind'>>): { plan: Plan } {
  return { plan: { kind, made: [], ended: [], changed: [], adopted: [], transfers: [], links: [], ...parts } }
}
