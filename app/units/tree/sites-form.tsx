import { dayOf } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { UnitField } from '#app/units/desk/unit-field.tsx'

type Unit = { unitId: string; name: string }
type Props = {
  action: string
  /** Where the unit stands now. */
  now: Unit[]
  typed:
    | { problems: Record<string, string>; values: Record<string, string>; choices: Record<string, Unit[]> }
    | undefined
}

const places = [1, 2, 3, 4]

/** In which communes a unit stands from a day on; what is left empty is none. */
export function SitesForm({ action, now, typed }: Props) {
  const { sites: t, members } = useWords().units.desk
  const { problems, values, choices } = typed ?? { problems: {}, values: {}, choices: {} }
  const standing = Object.fromEntries(now.map(({ name }, place) => [`place${place + 1}`, name]))
  const box = boxOf({ problems, values }, { fromDay: dayOf(new Date()), ...standing })
  return (
    <form className="flow" method="post" action={action}>
      <DeskRefused problems={problems} />
      {places.map((place) => (
        <UnitField
          key={place}
          {...box(`place${place}`)}
          label={t.place(place)}
          choices={choices[`place${place}`] ?? []}
        />
      ))}
      <Field {...box('fromDay')} label={t.fromDay} type="date" required />
      <Field {...box('reason')} label={members.reason} eg={members.reasonEg} autoComplete="off" />
      <button type="submit" className="btn main" name="step" value="preview">
        {members.see}
      </button>
    </form>
  )
}
