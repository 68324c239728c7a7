import { usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  typed?: string
  problem?: string
  /** The one thing to do on its page. */
  isMain?: boolean
}

/** One box for a code; works on any page. */
export function CheckForm({ typed, problem, isMain = false }: Props) {
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
      <button type="submit" className={isMain ? 'btn main' : undefined}>
        <Icon name="search" />
        {t.check}
      </button>
    </form>
  )
}
