import type { Day } from '#app/i18n/day.ts'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { UnitType } from '#app/units/unit.ts'

export type ListedUnit = {
  unitId: string
  name: string
  type: UnitType
  code: string | null
  above?: string | null
  by?: string | null
  stands?: boolean
  people?: number
}

/** Units, each leading to its page as of the day. */
export function UnitList({ title, units, day }: { title: string; units: ListedUnit[]; day: Day }) {
  const t = useWords().units
  const path = usePath()
  const locale = useLocale()
  return (
    <table className="stack">
      <caption>
        {title} · {t.asOf(formatDay(day, locale))}
      </caption>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unitId}>
            <th scope="row">
              <a href={path(`/units/${unit.unitId}?day=${day}`)}>{unit.name}</a>
              {unit.by ? <small>{t.foundBy(unit.by)}</small> : null}
              {unit.stands === false ? <small>{t.ended}</small> : null}
            </th>
            <td>
              {[t.types[unit.type], unit.code ? t.code(unit.code) : '', unit.above ? t.under(unit.above) : '']
                .filter(Boolean)
                .join(' · ')}
            </td>
            {unit.people === undefined ? null : <td>{t.count(unit.people)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
