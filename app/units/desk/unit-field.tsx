import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'

type Props = {
  name: string
  label: string
  /** The units to choose from; none: it is typed, and the server asks back when several are meant. */
  choices: ReadonlyArray<{ unitId: string; name: string }>
  defaultValue?: string | undefined
  problem?: string | undefined
}

export function UnitField({ name, label, choices, defaultValue, problem }: Props) {
  const t = useWords().units.desk
  if (choices.length === 0)
    return <Field {...{ name, label, eg: t.unitEg, defaultValue, ...(problem && { problem }) }} autoComplete="off" />
  const options = choices.map((unit) => ({ value: unit.unitId, label: unit.name }))
  return <SelectField {...{ name, label, options, defaultValue, problem }} empty={t.choose} />
}
