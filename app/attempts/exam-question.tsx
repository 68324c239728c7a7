import type { AskedAttempt, AskedPlace } from '#app/attempts/asked-attempt.ts'
import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { AskQuestion } from '#app/questions/ask-question.tsx'
import { Ferry } from '#app/ui/ferry.tsx'
import { Icon } from '#app/ui/icon.tsx'

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
      id={`q${place}`}
      method="post"
      action={path(`/attempts/${attempt.id}/answers`)}
      data-question={asked.id}
      data-at={place}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <AskQuestion question={asked} answer={answer} />
      <label className="tick">
        <input type="checkbox" name="flag" defaultChecked={flags.includes(place)} data-flag />
        {t.mark}
      </label>
      <p role="status" data-state {...templates(t.ferry)}>
        {receivedAt && answer !== null ? (
          <Ferry state="received">{t.ferry.received(place, formatMoment(receivedAt, locale))}</Ferry>
        ) : (
          <span className="soft" data-nothing>
            {t.ferry.nothing}
          </span>
        )}
      </p>
      <div className="bar-end">
        <div className="wrap">
          <Go to={place - 1} all={attempt.places.length} words={t.back(place - 1)} icon="prev" />
          {place < attempt.places.length ? (
            <button type="submit" className="btn main" name="go" value={place + 1}>
              {t.next(place + 1)}
              <Icon name="next" />
            </button>
          ) : (
            <button type="submit" className="btn main" name="go" value="submission">
              <Icon name="check" />
              {t.toSubmit}
            </button>
          )}
        </div>
      </div>
    </form>
  )
}

function Go({ to, all, words, icon }: { to: number; all: number; words: string; icon: 'prev' | 'next' }) {
  if (to < 1 || to > all) return null
  return (
    <button type="submit" className="btn" name="go" value={to}>
      <Icon name={icon} />
      {words}
    </button>
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
