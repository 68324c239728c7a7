import { usePath, useWords } from '#app/i18n/words.tsx'
import { AnswerFields } from '#app/requirements/exceptions/answer-fields.tsx'
import type { ShownException } from '#app/requirements/exceptions/shown-exception.ts'
import { Field } from '#app/ui/field.tsx'

type Props = {
  exception: ShownException
  personName: string
  typed: { problems: Record<string, string>; values: Record<string, string> }
}

/** A request is given, for another day if need be, or refused. */
export function DecideForm({ exception, personName, typed: { problems, values } }: Props) {
  const t = useWords().exceptions
  const path = usePath()
  const { id, dueDay } = exception
  return (
    <form className="flow" method="post" action={path(`/exceptions/${id}`)}>
      {dueDay === null ? null : (
        <Field
          name="dueDay"
          label={t.give.dueDay}
          eg={t.give.dueDayEg}
          type="date"
          defaultValue={values.dueDay ?? dueDay}
          {...(problems.dueDay && { problem: problems.dueDay })}
        />
      )}
      <AnswerFields
        problem={problems.reason}
        value={values.reason}
        refuse={t.desk.refuseOne}
        give={t.desk.giveOne(personName)}
      />
    </form>
  )
}
