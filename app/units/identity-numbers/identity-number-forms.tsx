import { usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = {
  person: string
  /** •••••••• 1234; null: none. */
  masked: string | null
  problems: Record<string, string> | undefined
  values: Record<string, string> | undefined
}

/** A person's identity number: seen in full with a reason, set, cleared. */
export function IdentityNumberForms({ person, masked, problems, values }: Props) {
  const t = useWords().duplicates.number
  const action = usePath()(`/admin/people/${person}/identity-number`)
  const box = (name: string) => ({
    name,
    ...(problems?.[name] && { problem: problems[name] }),
    defaultValue: values?.[name],
    autoComplete: 'off',
    maxLength: 500,
    required: true,
  })
  return (
    <>
      <p>{masked ?? t.none}</p>
      {masked ? (
        <form className="flow-s" method="post" action={action}>
          <h2>{t.show}</h2>
          <input type="hidden" name="deed" value="show" />
          <Field {...box('show-reason')} label={t.showReason} eg={t.showReasonEg} />
          <button type="submit" className="btn main">
            {t.show}
          </button>
        </form>
      ) : null}
      <form className="flow-s" method="post" action={action}>
        <h2>{t.set}</h2>
        <p>{t.why}</p>
        <input type="hidden" name="deed" value="set" />
        <Field {...box('number')} label={t.label} eg={t.eg} inputMode="numeric" maxLength={30} />
        <button type="submit">{t.save}</button>
      </form>
      {masked ? (
        <form className="flow-s" method="post" action={action}>
          <h2>{t.clear}</h2>
          <input type="hidden" name="deed" value="clear" />
          <Field {...box('clear-reason')} label={t.clearReason} eg={t.clearReasonEg} />
          <button type="submit">{t.clear}</button>
        </form>
      ) : null}
    </>
  )
}
