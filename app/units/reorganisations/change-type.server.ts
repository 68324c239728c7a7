import { tidyName } from '#app/people/name.ts'
import type { Authority } from '#app/people/person.ts'
import { carryOut } from '#app/units/reorganisations/carry-out.server.ts'
import { planChange } from '#app/units/reorganisations/change-facts.server.ts'
import { preview } from '#app/units/reorganisations/preview.server.ts'
import type { ChangeType } from '#app/units/reorganisations/reorganisation.ts'
import { codeOf } from '#app/units/reorganisations/unit-facts.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** A commune becomes a ward, an office a centre: usually with another name and code. Null: not this actor's to do. */
export function changeType(who: Authority, form: ChangeType, now = new Date()) {
  return carryOut(who, { form, touches: touchedBy(form), plan: planChangingType }, now)
}

export function previewChangingType(who: Authority, form: ChangeType, now = new Date()) {
  return preview(who, { form, touches: touchedBy(form), plan: planChangingType }, now)
}

const touchedBy = ({ unitId, type }: ChangeType) => ({ unitIds: [unitId], parentIds: [], types: [type] })

function planChangingType(reads: Reads, { decision, unitId, type, name, code }: ChangeType) {
  const facts = {
    type,
    ...(name !== undefined && { name: tidyName(name) }),
    ...(code !== undefined && { code: codeOf(code) }),
  }
  return planChange(reads, { kind: 'change-type', decision, unitId, facts })
}
