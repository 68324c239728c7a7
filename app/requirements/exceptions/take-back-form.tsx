import { usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { id: string; what: string; problem: string | undefined }

/** What was given is taken back, with a reason. */
export function TakeBackForm({ id, what, problem }: Props) {
  const t = useWords().exceptions.one
  const path = usePath()
  return (
    <form className="flow" method="post" action={path(`/exceptions/${id}`)}>
      <h2>{t.takeBack}</h2>
      <p>{t.takeBackWhy}</p>
      <Field
        name="reason"
        label={t.takeBackReason}
        eg={t.takeBackReasonEg}
        autoComplete="off"
        {...(problem && { problem })}
      />
      <button type="submit" className="btn main" name="decision" value="taken-back">
        {t.takeBackButton(what)}
      </button>
    </form>
  )
}
