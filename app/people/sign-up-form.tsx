import { usePath, useWords } from '#app/i18n/words.tsx'
import type { Purpose } from '#app/people/consent.ts'
import { ContactField } from '#app/people/contact-field.tsx'
import { PasswordField } from '#app/people/password-field.tsx'
import { ProblemList } from '#app/people/problem-list.tsx'
import { Tick } from '#app/people/tick.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  next: string
  problems?: Record<string, string> | undefined
  values?: Record<string, string> | undefined
}

/** Name, contact, password, year of birth; what is kept and why; boxes that nobody has ticked. */
export function SignUpForm({ next, problems, values }: Props) {
  const words = useWords().people
  const t = words.signUp
  const path = usePath()
  const box = (name: string) => ({ name, problem: problems?.[name], defaultValue: values?.[name] })
  const tick = (name: Purpose) => (
    <Tick name={name} label={words.consents[name]} problem={problems?.[name]} isTicked={values?.[name] !== undefined} />
  )
  return (
    <form className="flow" method="post" action={path('/sign-up')} data-signs-in>
      <ProblemList problems={problems} />
      <input type="hidden" name="next" value={next} />
      <Field {...box('fullName')} label={t.fullName} eg={t.fullNameEg} autoComplete="name" required />
      <ContactField {...box('contact')} />
      <PasswordField name="password" label={t.password} eg={t.passwordEg} problem={problems?.password} isNew />
      <Field
        {...box('birthYear')}
        label={t.birthYear}
        eg={t.birthYearEg}
        inputMode="numeric"
        autoComplete="bday-year"
        required
      />
      <fieldset className="flow-s">
        <legend>{t.childTitle}</legend>
        <p className="soft">{t.childWhy}</p>
        <Field {...box('guardianName')} label={t.guardianName} autoComplete="off" />
        {tick('guardian')}
      </fieldset>
      <h2>{t.noticeTitle}</h2>
      <p>{t.notice}</p>
      <p>
        <a href={path('/privacy')}>{t.noticeMore}</a>
      </p>
      {tick('account')}
      <Tick name="shared" label={words.signIn.shared} isTicked={values?.shared !== undefined} />
      <div className="field">
        <button type="submit" className="btn main">
          <Icon name="plus" />
          {t.button}
        </button>
      </div>
    </form>
  )
}
