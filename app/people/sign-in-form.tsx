import { usePath, useWords } from '#app/i18n/words.tsx'
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

export function SignInForm({ next, problems, values }: Props) {
  const t = useWords().people.signIn
  const path = usePath()
  return (
    <form className="flow" method="post" action={path('/sign-in')} data-signs-in>
      <ProblemList problems={problems} />
      <input type="hidden" name="next" value={next} />
      <Field
        name="account"
        label={t.account}
        eg={t.accountEg}
        problem={problems?.account}
        defaultValue={values?.account}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <PasswordField name="password" label={t.password} eg={t.passwordEg} />
      <Tick name="shared" label={t.shared} isTicked={values?.shared !== undefined} />
      <p className="soft small">{t.sharedEg}</p>
      <div className="field">
        <button type="submit" className="btn main">
          <Icon name="key" />
          {t.button}
        </button>
      </div>
      <p>
        <a href={path('/reset')}>{t.forgot}</a>
      </p>
    </form>
  )
}
