import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Tick } from '#app/people/tick.tsx'
import { Field } from '#app/ui/field.tsx'
import type { boxOf } from '#app/units/desk/box-of.ts'
import { SelectField } from '#app/units/desk/select-field.tsx'
import { placesInSight, splitParts } from '#app/units/reorganisations/form-places.ts'
import { MorePlaces } from '#app/units/reorganisations/more-places.tsx'

export type Splitting = {
  people: Array<{ id: string; name: string; birthYear: number | null }>
  isCut: boolean
  children: Array<{ id: string; name: string }>
}

type Props = {
  box: ReturnType<typeof boxOf>
  /** A box that means a unit. */
  target: (name: string, label: string) => ReactNode
  values: Record<string, string>
  splitting: Splitting
}

/** The parts, new or standing, and a list for everybody and everything to be placed. */
export function SplitFields({ box, target, values, splitting }: Props) {
  const { reorganise: t, waiting, desk } = useWords().units
  const { people, isCut, children } = splitting
  const isFilled = (part: number) => Boolean(values[`name${part}`] || values[`standing${part}`])
  const options = splitParts.map((part) => ({ value: String(part), label: t.part(part) }))
  return (
    <>
      <Tick name="stays" label={t.stays} isTicked={'stays' in values} />
      <MorePlaces
        places={splitParts.map((part) => (
          <fieldset key={part} className="flow">
            <legend>
              <h2>{t.part(part)}</h2>
            </legend>
            <Field {...box(`name${part}`)} label={t.partName} eg={t.nameEg} autoComplete="off" />
            <Field {...box(`code${part}`)} label={t.partCode} autoComplete="off" />
            {target(`standing${part}`, t.partStanding)}
          </fieldset>
        ))}
        more={t.moreParts}
        isOpen={splitParts.slice(placesInSight).some(isFilled)}
      />
      {children.length > 0 ? <h2>{t.children}</h2> : null}
      {children.map(({ id, name }) => (
        <SelectField key={id} {...box(`child-${id}`)} label={name} options={options} empty={desk.choose} />
      ))}
      {people.length > 0 ? (
        <>
          <h2>{t.people}</h2>
          <p>{t.peopleWhy}</p>
        </>
      ) : null}
      {isCut ? <p>{t.tooMany(people.length)}</p> : null}
      {people.map(({ id, name, birthYear }) => (
        <SelectField
          key={id}
          {...box(`person-${id}`)}
          label={desk.members.person(name, birthYear)}
          options={options}
          empty={waiting}
        />
      ))}
    </>
  )
}
