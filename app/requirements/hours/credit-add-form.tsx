import { useWords } from '#app/i18n/words.tsx'
import { ProblemList } from '#app/people/problem-list.tsx'
import { type CreditForm, creditForms } from '#app/requirements/hours/credit.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'

type Props = {
  action: string
  title: string
  categories: Record<string, string>
  today: string
  mostBytes: number
  /** What was typed, where it was refused. */
  values?: Partial<CreditForm> | undefined
  /** In sentences, by box. */
  problems?: Record<string, string> | undefined
}

/** Tells of learning elsewhere. The small boxes stand before the file, so that they arrive first. */
export function CreditAddForm({ action, title, categories, today, mostBytes, values = {}, problems = {} }: Props) {
  const t = useWords().hours.credits
  const box = (name: keyof CreditForm, eg?: string) => ({
    name,
    label: t.box[name],
    defaultValue: values[name],
    ...(eg && { eg }),
    ...(problems[name] && { problem: problems[name] }),
  })
  return (
    <form className="flow" method="post" action={action} encType="multipart/form-data">
      <h2>{title}</h2>
      <ProblemList problems={problems} />
      <Field {...box('title', t.box.titleEg)} required maxLength={300} />
      <Field {...box('provider', t.box.providerEg)} required maxLength={300} />
      <SelectField
        {...box('category')}
        empty=""
        options={Object.entries(categories).map(([value, label]) => ({ value, label }))}
      />
      <Field {...box('hours', t.box.hoursEg)} required inputMode="decimal" />
      <SelectField
        {...box('form')}
        defaultValue={values.form ?? 'onsite'}
        options={creditForms.map((value) => ({ value, label: t.forms[value] }))}
      />
      <Field {...box('beganDay')} type="date" max={today} required />
      <Field {...box('completedDay')} type="date" max={today} required />
      <Field {...box('paper')} maxLength={100} />
      <Field
        name="file"
        label={t.box.file}
        eg={t.box.fileEg(mostBytes / 1024 / 1024)}
        type="file"
        accept=".pdf,.png,.jpg,.jpeg"
        required
        {...(problems.file && { problem: problems.file })}
      />
      <button type="submit" className="btn main">
        <Icon name="up" />
        {t.send}
      </button>
    </form>
  )
}
