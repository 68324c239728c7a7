import type { AskedAttempt } from '#app/attempts/asked-attempt.ts'
import { ExamBar } from '#app/attempts/exam-bar.tsx'
import { ExamClock } from '#app/attempts/exam-clock.tsx'
import { ExamQuestion } from '#app/attempts/exam-question.tsx'
import { ExamSheet } from '#app/attempts/exam-sheet.tsx'
import { submissionPath } from '#app/attempts/flags.ts'
import { OfflineNote } from '#app/attempts/offline-note.tsx'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Ferry } from '#app/ui/ferry.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = {
  attempt: AskedAttempt
  person: string
  now: Date
  place: number
  flags: number[]
  event: string
  phone: string
  /** What this form sent could not be saved. */
  isRefused: boolean
}

/** One question of an attempt, with the sheet of all of them and the clock beside it. */
export function ExamPage({ attempt, person, now, place, flags, event, phone, isRefused }: Props) {
  const t = useWords().attempts
  const path = usePath()
  const asked = attempt.places[place - 1]
  if (!asked) return null
  return (
    <div {...forScript(attempt, person, now, path('/'))}>
      <template data-ferry-pattern>
        <Ferry state="here">{null}</Ferry>
      </template>
      <div className="wrap cols side">
        <div className="flow">
          <header className="flow-s">
            <p className="soft">
              {t.exam} · {attempt.course.title}
            </p>
            <h1 data-title={t.question(0, attempt.places.length)}>{t.question(place, attempt.places.length)}</h1>
          </header>
          <OfflineNote isTimed={attempt.deadlineAt !== null} />
          {isRefused ? (
            <Note kind="wrong" title={t.notSaved} role="alert">
              <p>{t.notSavedNow}</p>
            </Note>
          ) : null}
          <div data-questions>
            <ExamQuestion attempt={attempt} asked={asked} flags={flags} event={event} />
          </div>
        </div>
        <aside className="flow" aria-label={t.status}>
          <ExamClock attempt={attempt} phone={phone} />
          <ExamSheet attempt={attempt} current={place} flags={flags} />
          <p>
            <a className="btn" href={path(submissionPath(attempt.id, flags))} data-to-submission>
              <Icon name="check" />
              {t.toSubmit}
            </a>
          </p>
        </aside>
      </div>
      <ExamBar place={place} all={attempt.places.length} />
    </div>
  )
}

/** What the page script needs to save answers as events and to let the clock run. */
function forScript(attempt: AskedAttempt, person: string, now: Date, home: string) {
  return {
    'data-exam': attempt.id,
    'data-edition': attempt.editionId,
    'data-person': person,
    'data-home': home,
    'data-last-sequence': attempt.lastSequence,
    'data-deadline': attempt.deadlineAt?.toISOString(),
    'data-now': now.toISOString(),
  }
}
