import type { Refusal } from '#app/attempts/may-open.ts'
import { RefusalNote } from '#app/attempts/refusal-note.tsx'
import type { Result } from '#app/attempts/result.ts'
import { LateNote, MissingNote } from '#app/attempts/result-notes.tsx'
import { ReviewedPlaces } from '#app/attempts/reviewed-places.tsx'
import { RightByLesson } from '#app/attempts/right-by-lesson.tsx'
import type { Missing } from '#app/enrolments/completion.ts'
import { formatMoment, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Ferry } from '#app/ui/ferry.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = Result & { certificate: string | null; missing: Missing | null; refusal: Refusal | null; phone: string }

/** Passed or not yet in words, the figure, by lesson, and what to look at again. */
export function ResultView(result: Props) {
  const { attempts } = useWords()
  const t = attempts.result
  const locale = useLocale()
  return (
    <div className="wrap cols side">
      <div className="flow">
        <p className="soft">
          {attempts.exam} · {result.course.title}
        </p>
        <h1>{result.isPassed ? t.passed : t.notPassed}</h1>
        <Verdict result={result} />
        <p>
          <Ferry state="received">
            {(result.isHandedIn ? t.receivedAt : t.closedAt)(formatMoment(result.closedAt, locale))}
          </Ferry>
        </p>
        {result.late.length > 0 ? <LateNote places={result.late} /> : null}
        {result.missing ? <MissingNote missing={result.missing} result={result} /> : null}
        {result.refusal ? <RefusalNote refusal={result.refusal} phone={result.phone} /> : null}
        <Next result={result} />
        <RightByLesson lessons={result.byLesson} />
        <ReviewedPlaces result={result} />
      </div>
      <div className="wide-only">
        <img
          className="scene"
          src={result.isPassed ? '/art/market-boat.svg' : '/art/moored.svg'}
          alt=""
          width="640"
          height={result.isPassed ? 480 : 360}
          loading="lazy"
        />
      </div>
    </div>
  )
}

function Verdict({ result }: { result: Props }) {
  const t = useWords().attempts.result
  const locale = useLocale()
  const { exam, places, credit, answered, isPassed } = result
  const right = places.filter((place) => place.isRight).length
  const wrongMusts = places.filter((place) => place.hadToBeRight && !place.isRight).map(({ place }) => place)
  return (
    <Note kind={isPassed ? 'right' : 'warn'} title={(isPassed ? t.needed : t.short)(exam.passPercent)}>
      <p>
        <span className="big">{right}</span> {t.right(places.length, formatNumber(credit / 10, locale))}
      </p>
      {wrongMusts.length > 0 ? <p>{t.mustBeRight(wrongMusts.join(', '))}</p> : null}
      <p>{t.answered(answered, places.length)}</p>
    </Note>
  )
}

function Next({ result: { certificate, course, exam, isPassed, refusal } }: { result: Props }) {
  const t = useWords().attempts.result
  const path = usePath()
  const toCourse = path(`/courses/${course.slug}`)
  return (
    <div className="row">
      {certificate ? (
        <a className="btn main" href={path(`/certificates/${certificate}`)}>
          <Icon name="cert" />
          {t.certificate}
        </a>
      ) : null}
      {isPassed || refusal ? null : (
        <a className="btn main" href={`${toCourse}/exams/${exam.key}`}>
          <Icon name="swap" />
          {t.again}
        </a>
      )}
      <a className={(isPassed && !certificate) || refusal ? 'btn main' : 'btn'} href={toCourse}>
        <Icon name="book" />
        {t.toCourse}
      </a>
    </div>
  )
}
