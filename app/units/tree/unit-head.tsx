import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'
import type { NamedUnit } from '#app/units/tree/unit-at.server.ts'
import { UnitLinks } from '#app/units/tree/unit-history.tsx'
import type { State } from '#app/units/unit.ts'

type Props = {
  day: string
  /** As decreed on the day; null: it did not stand then. */
  facts: State | null
  /** As decreed on the day, or last. */
  last: State | undefined
  aliases: string[]
  above: NamedUnit[]
  /** Where it stands, when that is not what stands above it. */
  sites: NamedUnit[]
  predecessors: NamedUnit[]
  successors: NamedUnit[]
}

/** What a unit is on a day: type and code, other names, what stands above it and where, from what and into what it became. */
export function UnitHead({ day, facts, last, aliases, above, sites, predecessors, successors }: Props) {
  const t = useWords().units
  const locale = useLocale()
  const told = [last ? t.types[last.type] : '', last?.code ? t.code(last.code) : '', t.asOf(formatDay(day, locale))]
  return (
    <>
      <p>{told.filter(Boolean).join(' · ')}</p>
      <UnitLinks title={t.above} units={above} day={day} />
      <UnitLinks title={t.desk.sites.now} units={sites} day={day} />
      {aliases.length > 0 ? (
        <p>
          {t.aliases}: {aliases.join(', ')}
        </p>
      ) : null}
      {facts ? null : <Note kind="warn" title={t.notThen(formatDay(day, locale))} />}
      <UnitLinks title={t.before} units={predecessors} />
      <UnitLinks title={t.after} units={successors} />
    </>
  )
}
