import { data } from '@remix-run/node'
import { z } from 'zod'
import { messages } from '#app/i18n/messages.ts'
import { tidyName } from '#app/people/name.ts'
import type { SignedIn } from '#app/people/person.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { category, step } from '#app/routes/units/steps.server.ts'
import type { MembershipActedFor } from '#app/units/memberships/membership-acted-for.server.ts'
import { boxOfProblem } from '#app/units/memberships/membership-boxes.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { previewMove } from '#app/units/memberships/preview-move.server.ts'
import { unitMeant } from '#app/units/tree/unit-meant.server.ts'
import { type UnitChoice, unitsToChoose } from '#app/units/tree/units-to-choose.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const schema = z.object({ step, toUnit: typed, day: typed, reason: typed, position: typed, category })
type Form = z.infer<typeof schema>

/** One step of a move: the boxes again, what would happen, or what was done. */
export async function moving(request: Request, who: SignedIn, held: MembershipActedFor) {
  const form = await formOf(request, schema)
  const words = messages(localeOf(request)).units
  const choices = await unitsToChoose(who)
  if (form.step === 'edit') return boxes(form, choices)
  if (form.toUnit.trim() === '') return boxes(form, choices, { toUnit: words.desk.unitNeeded })
  const meant = await unitMeant(who, form.toUnit)
  if ('choices' in meant) {
    const problem = meant.choices.length > 0 ? words.desk.unitMany : words.desk.unitNone
    return boxes(form, choices.length > 0 ? choices : meant.choices, { toUnit: problem })
  }
  const to = meant.unit
  const row = moveOf(form, held, to.unitId)
  const outcome = found(form.step === 'write' ? await moveMembership(who, row) : await previewMove(who, row))
  const problem = 'problem' in outcome ? outcome.problem : null
  if (problem)
    return boxes(form, choices.length > 0 ? choices : [to], {
      [boxOfProblem(problem, { day: 'day', unit: 'toUnit' })]: words.membershipProblems[problem],
    })
  if ('id' in outcome) return { kind: 'moved' as const, unitId: to.unitId, membershipId: outcome.id }
  const place = words.desk.members.of(tidyName(form.position), words.categories[form.category])
  return { kind: 'preview' as const, to: to.name, place, values: { ...form, toUnit: to.unitId } }
}

/** Position and category only where they change: a move to the same unit is none. */
function moveOf(form: Form, held: MembershipActedFor, toUnitId: string) {
  const { day, reason } = form
  return {
    ...{ membershipId: held.id, toUnitId, day, reason },
    ...(tidyName(form.position) !== held.position && { position: form.position }),
    ...(form.category !== held.category && { category: form.category }),
  }
}

function boxes(form: Form, choices: UnitChoice[], problems: Record<string, string> = {}) {
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return data({ kind: 'form' as const, problems, values: { ...form }, choices }, { status })
}
