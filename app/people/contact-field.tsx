import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { problem?: string | undefined; defaultValue?: string | undefined }

/** The phone number or mail address that a new account is signed in with. */
export function ContactField(box: Props) {
  const t = useWords().people.signUp
  return (
    <Field
      name="contact"
      {...box}
      label={t.contact}
      eg={t.contactEg}
      autoComplete="username"
      autoCapitalize="none"
      required
    />
  )
}
