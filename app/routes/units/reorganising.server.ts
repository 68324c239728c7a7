import { data } from '@remix-run/node'
import { z } from 'zod'
import { messages } from '#app/i18n/messages.ts'
import type { SignedIn } from '#app/people/person.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { type Outcome, targetsIn } from '#app/routes/units/deciding.server.ts'
import { saidOf } from '#app/routes/units/said.server.ts'
import { step } from '#app/routes/units/steps.server.ts'
import type { ReorganisationKind } from '#app/units/reorganisations/reorganisation.ts'
import { unitMeant } from '#app/units/tree/unit-meant.server.ts'
import type { UnitChoice } from '#app/units/tree/units-to-choose.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

type Values = Record<string, string>
export type Decide = (values: Values, isDeed: boolean) => Promise<Outcome>
type Asked = { who: SignedIn; kind: ReorganisationKind; decide: Decide }

/** One step of a decision: the boxes again, what would change, or what was done. */
export async function reorganising(request: Request, { who, kind, decide }: Asked) {
  const words = messages(localeOf(request)).units
  const values = await formOf(request, z.record(z.string(), z.string().catch('')))
  const sent = step.parse(values.step)
  if (sent === 'edit') return boxes(values)
  const { choices, problems } = await unitsTyped(who, values, kind, words.desk)
  if (kind === 'move' && !values.parent) problems.parent = words.desk.unitNeeded
  if (Object.keys(problems).length > 0) return boxes(values, problems, choices)
  const outcome = found(await decide(values, sent === 'write'))
  if ('problems' in outcome) return boxes(values, await saidOf(who, kind, outcome.problems, words), choices)
  if ('reorganisationId' in outcome)
    return { kind: 'done' as const, made: onlyOne(outcome.made), effectiveDay: values.effectiveDay ?? '' }
  return { kind: 'preview' as const, preview: outcome, values }
}

/** The boxes that mean units: each text becomes the id of its unit in `values`, or a problem. */
async function unitsTyped(
  who: SignedIn,
  values: Values,
  kind: ReorganisationKind,
  words: { unitMany: string; unitNone: string },
) {
  const problems: Record<string, string> = {}
  const choices: Record<string, UnitChoice[]> = {}
  for (const name of targetsIn(kind)) {
    const text = values[name]?.trim() ?? ''
    if (text === '') continue
    const meant = await unitMeant(who, text)
    if ('unit' in meant) {
      values[name] = meant.unit.unitId
      choices[name] = [meant.unit]
    } else {
      problems[name] = meant.choices.length > 0 ? words.unitMany : words.unitNone
      if (meant.choices.length > 0) choices[name] = meant.choices
    }
  }
  return { problems, choices }
}

/** Where one lands: on the unit that the decision makes; of several, none before the others. */
function onlyOne(made: readonly string[]): string | null {
  return made.length === 1 ? (made[0] ?? null) : null
}

function boxes(values: Values, problems: Record<string, string> = {}, choices: Record<string, UnitChoice[]> = {}) {
  const status = Object.keys(problems).length > 0 ? 422 : 200
  return data({ kind: 'form' as const, problems, values, choices }, { status })
}
