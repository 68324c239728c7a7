import { useWords } from '#app/i18n/words.tsx'
import { ChosenPeople } from '#app/requirements/asking/chosen-people.tsx'
import type { NamedPerson } from '#app/requirements/asking/people-acted-for.server.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { staffCategories } from '#app/units/unit.ts'

type Props = {
  unitId: string
  unitName: string
  below: ReadonlyArray<{ unitId: string; name: string }>
  /** Named from the first, chosen in a list. */
  chosen: NamedPerson[]
  values: Record<string, string>
  problems: Record<string, string>
}

const narrowing = /^(unit|category)-|^positions$|^shallow$/

/** Everybody of the unit and below, unless something else is chosen. */
export function AudienceFields({ unitId, unitName, below, chosen, values, problems }: Props) {
  const { asking, units } = useWords()
  const t = asking.form
  const { whom = 'below' } = values
  const ways = { below: t.below(unitName), only: t.only(unitName), names: chosen.length > 0 ? t.namesChosen : t.names }
  const isNarrowed = Object.entries(values).some(([name, value]) => narrowing.test(name) && value !== '')
  return (
    <>
      <fieldset id="whom">
        <legend className="hide">{t.whom}</legend>
        {Object.entries(ways).map(([way, words]) => (
          <label key={way} className="tick">
            <input type="radio" name="whom" value={way} defaultChecked={way === whom} />
            {words}
          </label>
        ))}
      </fieldset>
      {chosen.length > 0 ? <ChosenPeople people={chosen} values={values} /> : null}
      <details open={isNarrowed || 'positions' in problems}>
        <summary>
          <Icon name="open" />
          {t.narrow}
        </summary>
        <div className="flow">
          {below.length > 0 ? (
            <fieldset>
              <legend>{t.units}</legend>
              <p className="soft">{t.unitsEg}</p>
              <Ticks
                boxes={[
                  { name: `unit-${unitId}`, label: t.own(unitName) },
                  ...below.map((unit) => ({ name: `unit-${unit.unitId}`, label: unit.name })),
                ]}
                values={values}
              />
              <Ticks boxes={[{ name: 'shallow', label: t.shallow }]} values={values} />
            </fieldset>
          ) : null}
          <fieldset>
            <legend>{t.categories}</legend>
            <Ticks
              boxes={staffCategories.map((one) => ({ name: `category-${one}`, label: units.categories[one] }))}
              values={values}
            />
          </fieldset>
          <Field
            name="positions"
            label={t.positions}
            eg={t.positionsEg}
            defaultValue={values.positions}
            autoComplete="off"
          />
        </div>
      </details>
    </>
  )
}

function Ticks({ boxes, values }: { boxes: Array<{ name: string; label: string }>; values: Record<string, string> }) {
  return (
    <div className="choices picks">
      {boxes.map(({ name, label }) => (
        <label key={name} className="tick">
          <input type="checkbox" name={name} value="yes" defaultChecked={name in values} />
          {label}
        </label>
      ))}
    </div>
  )
}
