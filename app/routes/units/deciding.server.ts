import { z } from 'zod'
import type { SignedIn } from '#app/people/person.ts'
import { changeType, previewChangingType } from '#app/units/reorganisations/change-type.server.ts'
import { dissolve, previewDissolving } from '#app/units/reorganisations/dissolve.server.ts'
import { establish, previewEstablishing } from '#app/units/reorganisations/establish.server.ts'
import { mergedWith, splitParts } from '#app/units/reorganisations/form-places.ts'
import { merge, previewMerging } from '#app/units/reorganisations/merge.server.ts'
import { move, previewMoving } from '#app/units/reorganisations/move.server.ts'
import { previewRenaming, rename } from '#app/units/reorganisations/rename.server.ts'
import type {
  CarriedOut,
  Decision,
  Preview,
  Refused,
  ReorganisationKind,
  Target,
} from '#app/units/reorganisations/reorganisation.ts'
import { previewSplitting, split } from '#app/units/reorganisations/split.server.ts'
import type { UnitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { type UnitType, unitTypes } from '#app/units/unit.ts'

type Values = Record<string, string>
type Asked = { unit: UnitActedFor; values: Values; isDeed: boolean }
export type Outcome = CarriedOut | Preview | Refused | null
type Deciding = (who: SignedIn, asked: Asked) => Promise<Outcome>

/** The boxes of a form that mean units. */
export function targetsIn(kind: ReorganisationKind): string[] {
  if (kind === 'move') return ['parent']
  if (kind === 'dissolve') return ['successor']
  if (kind === 'split') return splitParts.map((part) => `standing${part}`)
  return kind === 'merge' ? [...mergedWith.map((place) => `with${place}`), 'into'] : []
}

/** How each form becomes its verb, or the preview of it. */
export const deciding: Record<ReorganisationKind, Deciding> = {
  establish: (who, { unit, values, isDeed }) =>
    establishing(who, { parentId: unit.unitId, type: unit.type }, values, isDeed),
  rename: (who, { unit, values, isDeed }) => {
    const form = { decision: decisionOf(values), unitId: unit.unitId, name: values.name ?? '', code: codeOf(values) }
    return isDeed ? rename(who, form) : previewRenaming(who, form)
  },
  'change-type': (who, { unit, values, isDeed }) => {
    const type = typeOf(values, unit.type)
    const named = { unitId: unit.unitId, name: values.name ?? '', code: codeOf(values) }
    const form = { decision: decisionOf(values), type, ...named }
    return isDeed ? changeType(who, form) : previewChangingType(who, form)
  },
  move: (who, { unit, values, isDeed }) => {
    const form = { decision: decisionOf(values), unitId: unit.unitId, parentId: values.parent || null }
    return isDeed ? move(who, form) : previewMoving(who, form)
  },
  dissolve: (who, { unit, values, isDeed }) => {
    const form = { decision: decisionOf(values), unitId: unit.unitId, successorId: values.successor || null }
    return isDeed ? dissolve(who, form) : previewDissolving(who, form)
  },
  merge: (who, { unit, values, isDeed }) => {
    const others = mergedWith.flatMap((place) => values[`with${place}`] || [])
    const into = values.into
      ? { unitId: values.into }
      : { make: newUnit(values, unit.parentId, typeOf(values, unit.type)) }
    const form = { decision: decisionOf(values), unitIds: [unit.unitId, ...others], into }
    return isDeed ? merge(who, form) : previewMerging(who, form)
  },
  split: (who, { unit, values, isDeed }) => {
    const parts = splitParts.map(String).filter((part) => values[`standing${part}`] || values[`name${part}`]?.trim())
    const into = parts.map((part): Target => {
      const [unitId, name = '', code = ''] = [values[`standing${part}`], values[`name${part}`], values[`code${part}`]]
      return unitId ? { unitId } : { make: { name, code, type: unit.type, parentId: unit.parentId } }
    })
    const placed = (prefix: string) =>
      Object.entries(values).flatMap(([name, part]) =>
        name.startsWith(prefix) && part !== '' ? [{ id: name.slice(prefix.length), to: parts.indexOf(part) }] : [],
      )
    const people = placed('person-').map(({ id, to }) => ({ personId: id, to }))
    const children = placed('child-').map(({ id, to }) => ({ unitId: id, to }))
    const form = { decision: decisionOf(values), unitId: unit.unitId, into, people, children, stays: 'stays' in values }
    return isDeed ? split(who, form) : previewSplitting(who, form)
  },
}

/** Where the new unit stands (null: at the top), and what it is unless another type is chosen. */
export function establishing(
  who: SignedIn,
  place: { parentId: string | null; type: UnitType },
  values: Values,
  isDeed: boolean,
) {
  const form = { decision: decisionOf(values), unit: newUnit(values, place.parentId, typeOf(values, place.type)) }
  return isDeed ? establish(who, form) : previewEstablishing(who, form)
}

function decisionOf({ number = '', decisionDay = '', effectiveDay = '' }: Values): Decision {
  return { number, day: decisionDay, effectiveDay }
}

function codeOf({ code = '' }: Values): string | null {
  return code.trim() || null
}

function typeOf({ type }: Values, usual: UnitType): UnitType {
  return z.enum(unitTypes).catch(usual).parse(type)
}

function newUnit(values: Values, parentId: string | null, type: UnitType) {
  return { name: values.name ?? '', code: codeOf(values), type, parentId }
}
