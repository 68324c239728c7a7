import { OwnAnswerView } from '#app/attempts/own-answer-view.tsx'
import type { Result, ResultPlace } from '#app/attempts/result.ts'
import type { Locale } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { ReviewQuestion } from '#app/questions/review-question.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** What to look at again first, then what was right; as far as the course's review policy shows it. */
export function ReviewedPlaces({ result: { places, exam, course, language, byLesson } }: { result: Result }) {
  const t = useWords().attempts.result
  if (exam.review === 'score') return <p className="soft">{t.scoreOnly}</p>
  const about = new Map(byLesson.map(({ lesson, title }) => [lesson, title]))
  const wrong = places.filter((place) => !place.isRight)
  const right = places.filter((place) => place.isRight)
  return (
    <>
      {wrong.length > 0 ? (
        <Places
          id="wrong"
          head={t.reviewWrong(wrong.length)}
          places={wrong}
          about={about}
          course={course.slug}
          language={language}
        />
      ) : null}
      {right.length > 0 ? (
        <Places
          id="right"
          head={t.reviewRight(right.length)}
          places={right}
          about={about}
          course={course.slug}
          language={language}
        />
      ) : null}
    </>
  )
}

type Props = {
  id: string
  head: string
  places: ResultPlace[]
  /** What each lesson is called. */
  about: Map<string, string>
  course: string
  /** Of the questions. */
  language: Locale
}

function Places({ id, head, places, about, course, language }: Props) {
  const { attempts } = useWords()
  const path = usePath()
  return (
    <section className="flow" aria-labelledby={id}>
      <h2 id={id}>{head}</h2>
      {places.map((place, index) => (
        <details key={place.place} open={id === 'wrong' && index === 0}>
          <summary>
            <Icon name="open" />
            {attempts.placeAbout(place.place, about.get(place.lesson) ?? '')}
          </summary>
          <div className="flow">
            <div lang={language}>
              <Shown shown={place.shown} />
            </div>
            {place.isRight ? null : (
              <p>
                <a className="ic" href={path(`/courses/${course}/${place.lesson}`)}>
                  <Icon name="book" />
                  {attempts.result.readAgain}
                </a>
              </p>
            )}
          </div>
        </details>
      ))}
    </section>
  )
}

function Shown({ shown }: { shown: ResultPlace['shown'] }) {
  if (shown.kind === 'full') return <ReviewQuestion reviewed={shown.reviewed} />
  return shown.kind === 'own' ? <OwnAnswerView own={shown.own} /> : null
}
