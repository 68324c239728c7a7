import { dayOf } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'
import type { UnitRole } from '#app/units/unit.ts'

type Props = {
  action: string
  person: { id: string; fullName: string; birthYear: number | null }
  roles: readonly UnitRole[]
  typed: { problems: Record<string, string>; values: Record<string, string> } | undefined
}

/** Which role, from which day, on which decision. */
export function AppointForm({ action, person, roles, typed = { problems: {}, values: {} } }: Props) {
  const { roles: names, desk } = useWords().units
  const t = desk.holders
  const box = boxOf(typed, { fromDay: dayOf(new Date()), role: 'training-officer' })
  const options = roles.map((value) => ({ value, label: names[value] }))
  return (
    <form className="flow" method="post" action={action}>
      <h2>{desk.members.person(person.fullName, person.birthYear)}</h2>
      <DeskRefused problems={typed.problems} />
      <input type="hidden" name="person" value={person.id} />
      <ul className="plain">
        {roles.map((role) => (
          <li key={role}>
            <strong>{names[role]}</strong>: {t.about[role]}
          </li>
        ))}
      </ul>
      <SelectField {...box('role')} label={t.role} options={options} />
      <Field {...box('fromDay')} label={desk.members.fromDay} type="date" required />
      <Field {...box('toDay')} label={t.toDay} eg={t.toDayEg} type="date" />
      <Field {...box('reason')} label={desk.members.reason} eg={desk.members.reasonEg} autoComplete="off" />
      <button type="submit" className="btn main" name="step" value="preview">
        {desk.members.see}
      </button>
    </form>
  )
}
