import { usePath, useWords } from '#app/i18n/words.tsx'
import { ProblemList } from '#app/people/problem-list.tsx'
import { RoleField } from '#app/people/role-field.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { problems?: Record<string, string> | undefined; values?: Record<string, string> | undefined }

export function CreatePersonForm({ problems, values }: Props) {
  const words = useWords().people
  const t = words.admin
  const path = usePath()
  const box = (name: string) => ({ name, problem: problems?.[name], defaultValue: values?.[name] })
  return (
    <section className="flow">
      <h2>{t.create}</h2>
      <p>{t.createWhy}</p>
      <form className="flow" method="post" action={path('/admin/people')}>
        <ProblemList problems={problems} />
        <Field {...box('fullName')} label={words.account.fullName} autoComplete="off" required />
        <Field
          {...box('username')}
          label={`${words.account.username} ${t.optional}`}
          autoComplete="off"
          autoCapitalize="none"
        />
        <Field
          {...box('contact')}
          label={`${words.signUp.contact} ${t.optional}`}
          autoComplete="off"
          autoCapitalize="none"
        />
        <RoleField role={values?.role ?? 'learner'} />
        <div className="field">
          <button type="submit">{t.createButton}</button>
        </div>
      </form>
    </section>
  )
}
