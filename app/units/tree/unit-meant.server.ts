import { dayOf } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'
import type { Authority } from '#app/people/person.ts'
import { searchUnits } from '#app/units/tree/search-units.server.ts'
import { unitAt } from '#app/units/tree/unit-at.server.ts'
import type { UnitChoice } from '#app/units/tree/units-to-choose.server.ts'

export type UnitMeant = { unit: UnitChoice } | { choices: UnitChoice[] }

const shape = /^[\da-f]{8}-[\da-f-]{27}$/
const mostOffered = 20

/**
 * The unit that somebody typed or chose: an id, a code, or a name that only one unit has; else the units it may be, those
 * that stand today first. No choices: nothing is like it.
 */
export async function unitMeant(who: Authority, typed: string, now = new Date()): Promise<UnitMeant> {
  const text = tidyName(typed)
  const today = dayOf(now)
  if (shape.test(text)) {
    const page = await unitAt(who, text, today)
    const name = (page?.facts ?? page?.states.at(-1))?.name
    return name === undefined ? { choices: [] } : { unit: { unitId: text, name } }
  }
  const found = (await searchUnits(who, text, today)) ?? []
  const standing = found.some(({ stands }) => stands) ? found.filter(({ stands }) => stands) : found
  const same = standing.filter(({ facts }) => facts.code === text || fold(facts.name) === fold(text))
  const [only, another] = same.length > 0 ? same : standing
  if (only && !another) return { unit: { unitId: only.unitId, name: only.facts.name } }
  const choices = standing.slice(0, mostOffered).map(({ unitId, facts, above }) => {
    return { unitId, name: above ? `${facts.name} (${above})` : facts.name }
  })
  return { choices }
}
