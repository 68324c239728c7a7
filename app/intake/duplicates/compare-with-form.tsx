import { usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Another account by its user name, for who knows of two accounts that nothing proposes. `typed`: was not found. */
export function CompareWithForm({ person, typed }: { person: string; typed: string | null }) {
  const { duplicates: t } = useWords()
  const path = usePath()
  return (
    <section className="flow-s">
      <h2>{t.another}</h2>
      <form className="find" method="get" action={path(`/admin/people/${person}/merges`)}>
        <Field
          name="username"
          label={t.anotherName}
          eg={t.anotherEg}
          {...(typed === null ? {} : { problem: t.anotherNone, defaultValue: typed })}
          autoComplete="off"
          autoCapitalize="none"
          required
        />
        <button type="submit">
          <Icon name="swap" />
          {t.comparison}
        </button>
      </form>
    </section>
  )
}
