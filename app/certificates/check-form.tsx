import { usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** One box for a code; works on any page. */
export function CheckForm({ typed, problem }: { typed?: string; problem?: string }) {
  const t = useWords().certificates
  const path = usePath()
  return (
    <form className="find" action={path('/certificates')} method="get">
      <Field
        label={t.code}
        name="code"
        eg={t.codeExample}
        problem={problem}
        defaultValue={typed}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={40}
        required
      />
      <button type="submit">
        <Icon name="search" />
        {t.check}
      </button>
    </form>
  )
}
