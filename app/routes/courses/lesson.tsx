import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { lessonFor } from '#app/enrolments/lesson-for.server.ts'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { openLesson } from '#app/ledger/open-lesson.server.ts'
import { LessonBody } from '#app/lessons/lesson-body.tsx'
import { actorOf } from '#app/routes/actor.server.ts'
import { LessonBar } from '#app/routes/courses/lesson-bar.tsx'
import { LessonHead } from '#app/routes/courses/lesson-head.tsx'
import { Practice } from '#app/routes/courses/practice.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { bare: true }

/** GET /courses/:course/:lesson: the same for everybody; with `?mine` the edition, answers and ticks of who asks. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const isMine = new URL(request.url).searchParams.has('mine')
  const person = context.isPublic || !isMine ? null : await actorOf(request)
  const page = found(await lessonFor(person, params.course ?? '', params.lesson ?? '', localeOf(request)))
  const { edition, ...rest } = page
  if (person) await openLesson(person, edition.id, params.lesson ?? '')
  return {
    ...rest,
    course: edition.slug,
    edition: edition.id,
    sheet: edition.sheet,
    isMine: person !== null,
    hasScript: context.script !== null,
    today: dayOf(new Date()),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.document.title} · Bến Số` : 'Bến Số' },
  { name: 'description', content: data?.document.outcomes.join('. ') ?? '' },
]

export default function LessonPage() {
  const page = useLoaderData<typeof loader>()
  const t = useWords().lessonPage
  const path = usePath()
  const locale = useLocale()
  const { document, course, sheet } = page
  const lesson = sheet.lessons[page.place]?.lesson ?? ''
  const reviewed = new Map(page.reviewed.map((answer) => [answer.id, answer]))
  return (
    <div
      data-lesson-page={lesson}
      data-course={course}
      data-edition={page.edition}
      data-mine={page.isMine ? '' : undefined}
      data-cards={document.cards.length}
    >
      <div className="wrap cols side">
        <article className="flow" lang={sheet.language}>
          <LessonHead
            sheet={sheet}
            place={page.place}
            document={document}
            today={page.today}
            isOldEdition={page.isOldEdition}
          />
          <MineLink href={path(`/courses/${course}/${lesson}?mine`)} isKept={page.hasScript || page.isMine} />
          <LessonBody
            document={document}
            course={course}
            question={(id) => {
              const asked = page.asked.find((question) => question.id === id)
              if (!asked) return null
              return (
                <Practice
                  course={course}
                  lesson={lesson}
                  edition={page.edition}
                  asked={asked}
                  reviewed={reviewed.get(id) ?? null}
                />
              )
            }}
          />
          <p className="small soft">
            {t.reviewed(formatDay(document.reviewed, locale), formatDay(document.reviewBy, locale))}
          </p>
        </article>
        <aside className="flow wide-only" aria-label={t.contents(document.cards.length)}>
          <img
            className="scene"
            src={`/courses/${course}/${sheet.cover}`}
            width="640"
            height="480"
            alt=""
            loading="lazy"
          />
          <Contents cards={document.cards} />
        </aside>
      </div>
      <PracticeWords />
      <LessonBar course={course} sheet={sheet} place={page.place} edition={page.edition} />
    </div>
  )
}

/** Without the script nothing is kept on the device: the way to a page of one's own, which keeps it here. */
function MineLink({ href, isKept }: { href: string; isKept: boolean }) {
  const t = useWords().lessonPage
  return (
    <>
      {isKept ? null : (
        <p className="soft small">
          {t.notKept} <a href={href}>{t.mineLink}</a>
        </p>
      )}
      <noscript>
        <p className="small">
          <a href={href}>{t.mineLink}</a>
        </p>
      </noscript>
    </>
  )
}

function Contents({ cards }: { cards: Array<{ id: string; title: string }> }) {
  const t = useWords().lessonPage
  return (
    <nav className="sticky" aria-label={t.contents(cards.length)} data-contents>
      <ol className="stairs tight">
        {cards.map((card) => (
          <li key={card.id}>
            <a href={`#${card.id}`}>{card.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What the script says while it checks an answer. */
function PracticeWords() {
  const t = useWords().lessonPage
  return (
    <span
      hidden
      data-practice-words
      data-checking={t.checking}
      data-not-answered={t.notAnswered}
      data-kept={`${t.savedHere} ${t.willSend}`}
    />
  )
}
