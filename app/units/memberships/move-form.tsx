import { dayOf } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { UnitField } from '#app/units/desk/unit-field.tsx'
import { PlaceFields } from '#app/units/memberships/place-fields.tsx'

type Props = {
  action: string
  held: { position: string; category: string; waits: boolean }
  choices: ReadonlyArray<{ unitId: string; name: string }>
  typed: { problems: Record<string, string>; values: Record<string, string> } | undefined
}

/** Where to, from which day, why. */
export function MoveForm({ action, held, choices, typed = { problems: {}, values: {} } }: Props) {
  const t = useWords().units.desk.members
  const { position, category, waits } = held
  const box = boxOf(typed, { day: dayOf(new Date()), position, category })
  return (
    <form className="flow" method="post" action={action}>
      <h2>{waits ? t.place : t.move}</h2>
      <p>{waits ? t.placeWhy : t.moveWhy}</p>
      <DeskRefused problems={typed.problems} />
      <UnitField {...box('toUnit')} label={t.toUnit} choices={choices} />
      <Field {...box('day')} label={t.moveDay} type="date" required />
      <Field {...box('reason')} label={t.reason} eg={t.reasonEg} autoComplete="off" />
      <PlaceFields box={box} />
      <button type="submit" className="btn main" name="step" value="preview">
        {t.see}
      </button>
    </form>
  )
}
