import { useWords } from '#app/i18n/words.tsx'
import { ProblemList } from '#app/people/problem-list.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = {
  address: string
  year: number
  values?: Record<string, string> | undefined
  /** In sentences, by box. */
  problems?: Record<string, string> | undefined
}

/** What somebody owes instead of the rule. Its boxes have names of their own: another form with hours stands beside it. */
export function OverrideForm({ address, year, values = {}, problems = {} }: Props) {
  const t = useWords().hours.person
  const box = (name: string, label: string) => ({
    name,
    label,
    defaultValue: values[name],
    ...(problems[name] && { problem: problems[name] }),
  })
  return (
    <form className="flow" method="post" action={address}>
      <h2>{t.override}</h2>
      <p>{t.overrideWhy}</p>
      <ProblemList problems={problems} />
      <input type="hidden" name="deed" value="override" />
      <Field {...box('year', t.year)} defaultValue={values.year ?? String(year)} inputMode="numeric" required />
      <Field {...box('owed', t.hours)} inputMode="decimal" required />
      <Field {...box('why', t.reason)} maxLength={500} required />
      <Field {...box('approver', t.approver)} maxLength={200} required />
      <Field {...box('document', t.document)} maxLength={60} />
      <button type="submit" className="btn main">
        {t.save}
      </button>
    </form>
  )
}
