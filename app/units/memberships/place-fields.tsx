import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'
import { staffCategories } from '#app/units/unit.ts'

type Box = { name: string; problem?: string; defaultValue?: string | undefined }

/** What somebody does in a unit: position and staff category. */
export function PlaceFields({ box }: { box: (name: string) => Box }) {
  const { categories, desk } = useWords().units
  const t = desk.members
  const options = staffCategories.map((value) => ({ value, label: categories[value] }))
  return (
    <>
      <Field {...box('position')} label={t.position} eg={t.positionEg} autoComplete="off" />
      <SelectField {...box('category')} label={t.category} options={options} />
    </>
  )
}
