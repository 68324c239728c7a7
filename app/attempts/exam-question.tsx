import type { AskedAttempt, AskedPlace } from '#app/attempts/asked-attempt.ts'
import { formId, GoOnByEnter } from '#app/attempts/exam-bar.tsx'
import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { AskQuestion } from '#app/questions/ask-question.tsx'
import { Ferry } from '#app/ui/ferry.tsx'

type Props = {
  attempt: AskedAttempt
  asked: AskedPlace
  flags: number[]
  /** The id under which this form's answer is kept: pressed twice is saved once. */
  event: string
}

/** One question in its form: saves and goes on without script; with script each change is saved at once. */
export function ExamQuestion({ attempt, asked: { place, asked, answer, receivedAt }, flags, event }: Props) {
  const t = useWords().attempts
  const locale = useLocale()
  const path = usePath()
  const hidden = {
    event,
    question: asked.id,
    place,
    sequence: attempt.lastSequence + 1,
    edition: attempt.editionId,
    flags: flags.join('.'),
    answered: answer === null ? '' : 'yes',
  }
  return (
    <form
      className="flow"
      id={formId(place)}
      method="post"
      action={path(`/attempts/${attempt.id}/answers`)}
      data-question={asked.id}
      data-at={place}
    >
      <GoOnByEnter place={place} all={attempt.places.length} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="flow" lang={attempt.language}>
        <AskQuestion question={asked} answer={answer} />
      </div>
      <label className="tick">
        <input type="checkbox" name="flag" defaultChecked={flags.includes(place)} data-flag />
        {t.mark}
      </label>
      <p role="status" data-state {...templates(t.ferry)}>
        {receivedAt && answer !== null ? (
          <Ferry state="received">{t.ferry.received(place, formatMoment(receivedAt, locale))}</Ferry>
        ) : (
          <span className="soft" data-nothing={t.ferry.nothingByScript}>
            {t.ferry.nothing}
          </span>
        )}
      </p>
    </form>
  )
}

/** Words of the page script; {…} is filled in there. */
function templates(t: ReturnType<typeof useWords>['attempts']['ferry']) {
  return {
    'data-here': t.hereTemplate,
    'data-sending': t.sendingTemplate,
    'data-received': t.receivedTemplate,
    'data-refused': t.refusedTemplate,
    'data-late': t.lateTemplate,
  }
}
