import { usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The way for anybody who was handed a certificate. */
export function CheckCertificate() {
  const t = useWords().courses.home
  const path = usePath()
  return (
    <section className="flow read" aria-labelledby="check">
      <h2 id="check">{t.check}</h2>
      <form className="find" action={path('/certificates')}>
        <Field
          label={t.checkCode}
          name="code"
          eg={t.checkExample}
          autoComplete="off"
          autoCapitalize="characters"
          required
        />
        <button type="submit">
          <Icon name="search" />
          {t.checkButton}
        </button>
      </form>
    </section>
  )
}
