import { dayOf } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { PlaceFields } from '#app/units/memberships/place-fields.tsx'

type Props = {
  action: string
  /** Null: an account is made. */
  person: { id: string; fullName: string; birthYear: number | null } | null
  typed: { problems: Record<string, string>; values: Record<string, string> } | undefined
}

export function AddMemberForm({ action, person, typed = { problems: {}, values: {} } }: Props) {
  const t = useWords().units.desk.members
  const box = boxOf(typed, { fromDay: dayOf(new Date()), category: 'cong_chuc' })
  return (
    <form className="flow" method="post" action={action}>
      <h2>{person ? t.person(person.fullName, person.birthYear) : t.create}</h2>
      <DeskRefused problems={typed.problems} />
      {person ? (
        <input type="hidden" name="person" value={person.id} />
      ) : (
        <>
          <p>{t.createWhy}</p>
          <Field {...box('fullName')} label={t.fullName} autoComplete="off" required />
          <Field {...box('birthYear')} label={t.birthYear} eg={t.birthYearEg} inputMode="numeric" autoComplete="off" />
        </>
      )}
      <Field {...box('fromDay')} label={t.fromDay} type="date" required />
      <PlaceFields box={box} />
      <Field {...box('reason')} label={t.reason} eg={t.reasonEg} autoComplete="off" />
      <button type="submit" className="btn main" name="step" value="preview">
        {t.see}
      </button>
    </form>
  )
}
