import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { currentEdition } from '#app/courses/edition.server.ts'
import { handoutIn } from '#app/courses/handout-in.server.ts'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { LessonBody } from '#app/lessons/lesson-body.tsx'
import { pageMeta } from '#app/routes/page-meta.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET /courses/:course/handouts/:handout: a paper for whoever teaches a class or leads an office, to be printed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const edition = found(await currentEdition(params.course ?? ''))
  const { sheet, document, handout } = found(await handoutIn(edition, params.handout ?? '', locale))
  const { slug } = edition
  return { slug, sheet, document, handout, locale, origin: siteOrigin(request) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { document, sheet, slug, handout, locale, origin } = data
  const path = `/courses/${slug}/handouts/${handout}`
  return pageMeta({ title: `${document.title} · ${sheet.code}`, description: sheet.promise, path, locale, origin })
}

export default function Handout() {
  const { slug, sheet, document } = useLoaderData<typeof loader>()
  const { courses, lessonPage } = useWords()
  const path = usePath()
  const locale = useLocale()
  return (
    <>
      <nav className="wrap crumb" aria-label={courses.course.crumb}>
        <ol>
          <li>
            <a href={path(`/courses/${slug}`)} lang={sheet.language}>
              <Icon name="prev" />
              {sheet.title}
            </a>
          </li>
        </ol>
      </nav>
      <article className="wrap flow read handout" lang={sheet.language}>
        <h1>{document.title}</h1>
        <p className="meta" lang={locale}>
          <span>{sheet.code}</span>
          <span>{lessonPage.minutes(document.minutes)}</span>
        </p>
        <p className="soft small no-print" lang={locale}>
          {courses.course.printHandout}
        </p>
        <LessonBody document={document} course={slug} question={() => null} />
        <p className="small soft" lang={locale}>
          {lessonPage.reviewed(formatDay(document.reviewed, locale), formatDay(document.reviewBy, locale))}
        </p>
      </article>
    </>
  )
}
