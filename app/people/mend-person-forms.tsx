import { usePath, useWords } from '#app/i18n/words.tsx'
import { Tick } from '#app/people/tick.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = {
  person: { id: string; fullName: string; birthYear: number | null }
  problems: Record<string, string> | undefined
  values: Record<string, string> | undefined
}

/** A name and a year of birth put right, each with its reason; both post to the person's page. */
export function MendPersonForms({ person, problems, values }: Props) {
  const { people, administration } = useWords()
  const t = administration.person
  const action = usePath()(`/admin/people/${person.id}`)
  const box = (name: string, now?: string) => ({
    name,
    problem: problems?.[name],
    defaultValue: values?.[name] ?? now,
    autoComplete: 'off',
    required: true,
  })
  return (
    <>
      <form className="flow-s" method="post" action={action}>
        <h2>{t.mendName}</h2>
        <p>{t.mendNameWhy}</p>
        <input type="hidden" name="deed" value="name" />
        <Field {...box('fullName', person.fullName)} label={people.account.fullName} />
        <Field {...box('name-reason')} label={people.admin.reason} eg={people.admin.reasonEg} />
        <button type="submit">{t.saveName}</button>
      </form>
      <form className="flow-s" method="post" action={action}>
        <h2>{t.mendBirthYear}</h2>
        <input type="hidden" name="deed" value="birth-year" />
        <Field
          {...box('birthYear', person.birthYear?.toString())}
          label={people.account.birthYear}
          inputMode="numeric"
          maxLength={4}
        />
        <fieldset className="flow-s">
          <legend>{t.childTitle}</legend>
          <p className="soft">{t.childWhy}</p>
          <Field {...box('guardianName')} label={people.signUp.guardianName} required={false} />
          <Tick
            name="guardian"
            label={t.guardianAgreed}
            problem={problems?.guardian}
            isTicked={values?.guardian !== undefined}
          />
        </fieldset>
        <Field {...box('year-reason')} label={people.admin.reason} eg={people.admin.reasonEg} />
        <button type="submit">{t.saveBirthYear}</button>
      </form>
    </>
  )
}
