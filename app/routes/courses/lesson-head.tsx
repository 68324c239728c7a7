import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { OutcomeList } from '#app/courses/outcome-list.tsx'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import { Ferry } from '#app/ui/ferry.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { sheet: CourseSheet; place: number; document: LessonDocument; today: string; isOldEdition: boolean }

/** Where one is, what one will be able to do, how far it is. What needs a script is hidden until the script shows it. */
export function LessonHead({ sheet, place, document, today, isOldEdition }: Props) {
  const t = useWords().lessonPage
  const locale = useLocale()
  const cards = document.cards.length
  return (
    <header className="flow read">
      <p className="soft">{t.place(place + 1, sheet.lessons.length, sheet.title)}</p>
      <h1>{document.title}</h1>
      <p className="meta">
        <span>{t.minutes(document.minutes)}</span>
      </p>
      {document.reviewBy < today ? (
        <p className="tag due">{t.overdueReview(formatDay(document.reviewBy, locale))}</p>
      ) : null}
      {isOldEdition ? <p className="tag">{t.oldEdition}</p> : null}
      <div className="flow-s" data-progress hidden>
        <p>
          <b data-card-words data-template={t.cards(0, cards)}>
            {t.cards(1, cards)}
          </b>
        </p>
        <ol className="climb" aria-hidden="true">
          {document.cards.map((card) => (
            <li key={card.id} />
          ))}
        </ol>
        <p className="small soft" data-studied data-template={t.studied(987, 654)} hidden />
        <p className="small" data-kept hidden>
          <Ferry state="here">{t.onDevice}</Ferry>
        </p>
      </div>
      <div className="row" data-tools hidden>
        <button type="button" data-listen data-stop-words={t.stopListening} hidden>
          <Icon name="sound" />
          <span>{t.listen}</span>
        </button>
        <button type="button" data-print>
          <Icon name="print" />
          {t.print}
        </button>
      </div>
      <section className="flow-s" aria-labelledby="outcomes-h">
        <h2 id="outcomes-h" className="h">
          {t.outcomesHead}
        </h2>
        <OutcomeList outcomes={document.outcomes} />
      </section>
    </header>
  )
}
