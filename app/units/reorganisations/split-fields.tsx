import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import type { boxOf } from '#app/units/desk/box-of.ts'
import { SelectField } from '#app/units/desk/select-field.tsx'

export type Splitting = {
  people: Array<{ id: string; name: string; birthYear: number | null }>
  isCut: boolean
  children: Array<{ id: string; name: string }>
}

const parts = [1, 2, 3]

/** The parts, and a list for everybody and everything to be placed. */
export function SplitFields({ box, splitting }: { box: ReturnType<typeof boxOf>; splitting: Splitting }) {
  const { reorganise: t, waiting, desk } = useWords().units
  const { people, isCut, children } = splitting
  const options = parts.map((part) => ({ value: String(part), label: t.part(part) }))
  return (
    <>
      {parts.map((part) => (
        <div key={part} className="flow-s">
          <Field {...box(`name${part}`)} label={t.partName(part)} eg={t.nameEg} autoComplete="off" />
          <Field {...box(`code${part}`)} label={t.partCode(part)} autoComplete="off" />
        </div>
      ))}
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
