import { tidyName } from '#app/people/name.ts'
import type { Authority } from '#app/people/person.ts'
import { carryOut } from '#app/units/reorganisations/carry-out.server.ts'
import { planChange } from '#app/units/reorganisations/change-facts.server.ts'
import { preview } from '#app/units/reorganisations/preview.server.ts'
import type { Rename } from '#app/units/reorganisations/reorganisation.ts'
import { codeOf } from '#app/units/reorganisations/unit-facts.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Another name, and another code where one is given, from a day on; the old ones stay searchable. Null: not this actor's to do. */
export function rename(who: Authority, form: Rename, now = new Date()) {
  return carryOut(who, { form, touches: touchedBy(form), plan: planRenaming }, now)
}

export function previewRenaming(who: Authority, form: Rename, now = new Date()) {
  return preview(who, { form, touches: touchedBy(form), plan: planRenaming }, now)
}

const touchedBy = ({ unitId }: Rename) => ({ unitIds: [unitId], parentIds: [], types: [] })

function planRenaming(reads: Reads, { decision, unitId, name, code, aliases }: Rename) {
  const facts = { name: tidyName(name), ...(code !== undefined && { code: codeOf(code) }) }
  return planChange(reads, { kind: 'rename', decision, unitId, facts, aliases })
}
