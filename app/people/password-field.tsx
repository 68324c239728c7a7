import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = {
  name: string
  label: string
  eg?: string
  problem?: string | undefined
  /** New: the browser may offer to make one. */
  isNew?: boolean
}

/** Pasting is allowed; the page script adds a button that shows what was typed. */
export function PasswordField({ name, label, eg, problem, isNew = false }: Props) {
  const t = useWords().people.signIn
  return (
    <Field
      name={name}
      label={label}
      eg={eg}
      problem={problem}
      type="password"
      required
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      data-reveal={t.reveal}
      data-conceal={t.conceal}
    />
  )
}
