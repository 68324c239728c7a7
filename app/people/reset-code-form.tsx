import { usePath, useWords } from '#app/i18n/words.tsx'
import { PasswordField } from '#app/people/password-field.tsx'
import { ProblemList } from '#app/people/problem-list.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { code?: string; problems?: Record<string, string> | undefined; isMain?: boolean }

/** A code, from a letter's link or as it was read out, and the new password. */
export function ResetCodeForm({ code, problems, isMain = true }: Props) {
  const words = useWords().people
  const t = words.reset
  const path = usePath()
  return (
    <form className="flow" method="post" action={path('/reset/code')}>
      <ProblemList problems={problems} />
      <Field
        name="code"
        label={t.code}
        eg={t.codeEg}
        problem={problems?.code}
        defaultValue={code}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        required
      />
      <PasswordField name="password" label={t.next} eg={words.signUp.passwordEg} problem={problems?.password} isNew />
      <div className="field">
        <button type="submit" className={isMain ? 'btn main' : 'btn'}>
          {t.set}
        </button>
      </div>
    </form>
  )
}
