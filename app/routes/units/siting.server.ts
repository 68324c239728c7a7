import { data } from '@remix-run/node'
import { z } from 'zod'
import { messages } from '#app/i18n/messages.ts'
import type { SignedIn } from '#app/people/person.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { step } from '#app/routes/units/steps.server.ts'
import { boxOfProblem } from '#app/units/memberships/membership-boxes.ts'
import { previewSites, setSites } from '#app/units/tree/set-sites.server.ts'
import { unitMeant } from '#app/units/tree/unit-meant.server.ts'
import type { UnitChoice } from '#app/units/tree/units-to-choose.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** An industrial zone lies in two communes, seldom in more. */
const placeBoxes = ['place1', 'place2', 'place3', 'place4'] as const

const schema = z.object({
  step,
  place1: typed,
  place2: typed,
  place3: typed,
  place4: typed,
  fromDay: typed,
  reason: typed,
})
type Form = z.infer<typeof schema>
type Choices = Record<string, UnitChoice[]>

/** One step of saying where a unit stands: the boxes again, what would be written, or `sited`. */
export async function siting(request: Request, who: SignedIn, unitId: string) {
  const form = await formOf(request, schema)
  const words = messages(localeOf(request)).units
  if (form.step === 'edit') return boxes(form)
  const places: UnitChoice[] = []
  const [choices, problems]: [Choices, Record<string, string>] = [{}, {}]
  for (const box of placeBoxes) {
    if (form[box].trim() === '') continue
    const meant = await unitMeant(who, form[box])
    if ('unit' in meant) places.push(meant.unit)
    else problems[box] = meant.choices.length > 0 ? words.desk.unitMany : words.desk.unitNone
    choices[box] = 'unit' in meant ? [meant.unit] : meant.choices
    form[box] = 'unit' in meant ? meant.unit.unitId : form[box]
  }
  if (Object.keys(problems).length > 0) return boxes(form, problems, choices)
  const row = { unitId, placeIds: places.map((place) => place.unitId), fromDay: form.fromDay, reason: form.reason }
  const outcome = found(form.step === 'write' ? await setSites(who, row) : await previewSites(who, row))
  if ('sites' in outcome) return 'sited' as const
  const { problem } = outcome
  if (problem)
    return boxes(
      form,
      { [boxOfProblem(problem, { day: 'fromDay', unit: 'place1' })]: words.membershipProblems[problem] },
      choices,
    )
  return { kind: 'preview' as const, places: places.map(({ name }) => name), values: { ...form } }
}

function boxes(form: Form, problems: Record<string, string> = {}, choices: Choices = {}) {
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return data({ kind: 'form' as const, problems, values: { ...form }, choices }, { status })
}
