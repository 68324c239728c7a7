import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'

type Props = { problem?: string | undefined; value?: string | undefined; refuse: string; give: string }

/** The reason and the two answers. Refusing comes first: Enter in the box sends the first button, and the reason is for that. */
export function AnswerFields({ problem, value, refuse, give }: Props) {
  const t = useWords().exceptions.desk
  return (
    <>
      <Field
        name="reason"
        label={t.refuseReason}
        eg={t.refuseReasonEg}
        autoComplete="off"
        defaultValue={value}
        {...(problem && { problem })}
      />
      <p className="row">
        <button type="submit" className="btn" name="decision" value="refused">
          {refuse}
        </button>
        <button type="submit" className="btn main" name="decision" value="given">
          {give}
        </button>
      </p>
    </>
  )
}
