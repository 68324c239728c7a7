import { type Day, dayOf, formatDay } from '#app/i18n/day.ts'
import type { Locale, Messages } from '#app/i18n/messages.ts'
import type { ExportCell, ExportTable } from '#app/intake/export/export-table.ts'
import type { Authority } from '#app/people/person.ts'
import { headsOf } from '#app/requirements/desk/heads-of.server.ts'
import type { StandingsAsked } from '#app/requirements/keeping/listed-standing.ts'
import { rowsOfStandings, type StandingFound } from '#app/requirements/keeping/rows-of-standings.server.ts'
import { sumFigures } from '#app/requirements/keeping/sum-figures.server.ts'
import { earlierDay } from '#app/units/period.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

const atOnce = 1_000
/** A province has some 60,000 staff; what is asked of all of them twice still goes into one file. */
const mostInFile = 200_000

/**
 * A list of people and how they stood, or chosen ones of it, as a table to be downloaded, read a thousand at a time while it
 * is sent: at most 200,000 rows. Null: not this viewer's to see.
 */
export async function standingsFile(
  viewer: Authority,
  { personIds, ...asked }: StandingsAsked & { personIds?: string[] | undefined },
  { t, locale }: { t: Messages['standings']; locale: Locale },
  now = new Date(),
): Promise<ExportTable | null> {
  const scope = await seenBy(viewer, dayOf(now))
  const day = earlierDay(asked.day, scope.day)
  const seen = await sightOfUnit(scope, asked.unitId, undefined, day)
  if (!seen || (seen.historyFrom !== null && day < seen.historyFrom)) return null
  const { heads } = await headsOf(Object.keys((await sumFigures(asked.unitId, day)).all))
  const titles = new Map(heads.map(({ id, title }) => [id, title]))
  const { columns } = t.file
  return {
    title: t.file.sheet,
    columns: [
      { heading: columns.number, width: 6 },
      { heading: columns.name, width: 28 },
      { heading: columns.birthYear, width: 10 },
      { heading: columns.unit, width: 36 },
      { heading: columns.position, width: 22 },
      { heading: columns.requirement, width: 36 },
      { heading: columns.standing, width: 18 },
      { heading: columns.due, width: 14 },
      { heading: columns.done, width: 14 },
      { heading: columns.day, width: 14 },
    ],
    rows: cellsOf({ scope, asked: { ...asked, day }, personIds, titles, t, locale }),
  }
}

type Told = {
  scope: Scope
  asked: StandingsAsked
  personIds: string[] | undefined
  titles: Map<string, string>
  t: Messages['standings']
  locale: Locale
}

async function* cellsOf(told: Told): AsyncGenerator<ExportCell[]> {
  let number = 0
  for await (const row of everyRow(told)) {
    if (row.closedAt !== null || row.standing === 'not-due') continue
    number++
    yield cells(number, row, told)
  }
}

async function* everyRow({ scope, asked, personIds }: Told): AsyncGenerator<StandingFound> {
  const way = personIds && { by: 'names' as const, personIds }
  let after: string | null = null
  for (let read = 0; read < mostInFile; read += atOnce) {
    const rows: StandingFound[] = await rowsOfStandings(scope, asked, { after, most: atOnce }, way)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < atOnce) return
    after = `${last.sortKey}.${last.personId}.${last.requirementId}`
  }
}

function cells(number: number, row: StandingFound, { asked, titles, t, locale }: Told): ExportCell[] {
  const dated = (day: Day | null) => (day === null ? null : formatDay(day, locale))
  return [
    number,
    row.fullName,
    row.birthYear === null ? null : String(row.birthYear),
    row.unitName ?? '',
    row.position ?? '',
    titles.get(row.requirementId) ?? '',
    row.standing === 'not-due' ? '' : t.kinds[row.standing],
    dated(row.dueDay),
    dated(row.doneDay),
    formatDay(asked.day, locale),
  ]
}
