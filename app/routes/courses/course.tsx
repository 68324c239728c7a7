import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { certificateOf } from '#app/certificates/certificates-of.server.ts'
import { CoursePage } from '#app/courses/course-page.tsx'
import { currentEdition, editionOf } from '#app/courses/edition.server.ts'
import { type CourseProgress, nextStep } from '#app/courses/next-step.ts'
import { sheetIn } from '#app/courses/sheet-in.ts'
import { RenewalNote } from '#app/enrolments/renewal-note.tsx'
import { courseSummary } from '#app/enrolments/summary.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { askedHere } from '#app/requirements/learner/asked-here.server.ts'
import { AskedHereNote } from '#app/requirements/learner/asked-here.tsx'
import { actorOf } from '#app/routes/actor.server.ts'
import { pageMeta } from '#app/routes/page-meta.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** GET /courses/:course: the same for everybody; with `?mine` the edition and the progress of who asks. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(request)
  const slug = params.course ?? ''
  const isMine = !context.isPublic && new URL(request.url).searchParams.has('mine')
  const person = isMine ? await actorOf(request) : null
  const mine = person ? await courseSummary(person, slug) : null
  const paper =
    person && mine?.isCompleted && !mine.isRenewal ? await certificateOf(person, person.id, mine.edition) : null
  const edition = found(mine ? await editionOf(mine.edition) : await currentEdition(slug))
  return {
    slug: edition.slug,
    edition: edition.id,
    sheet: sheetIn(edition.sheet, locale),
    progress: person ? progressIn(edition, mine) : null,
    isRenewal: mine?.isRenewal ?? false,
    asked: person ? await askedHere(person, edition.courseId, dayOf(new Date())) : null,
    locale,
    origin: siteOrigin(request),
  }

  function progressIn(course: typeof edition, standing: typeof mine): CourseProgress {
    const lessons = standing?.lessons ?? {}
    const [hasPassed, isRenewal] = [standing?.isCompleted ?? false, standing?.isRenewal ?? false]
    const next = nextStep(
      course,
      { lessons, hasPassed, isRenewal, certificate: paper?.code ?? null },
      messages(locale).courses.next,
    )
    return { lessons, next }
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return []
  const { sheet, slug, locale, origin } = data
  return pageMeta({ title: sheet.title, description: sheet.promise, path: `/courses/${slug}`, locale, origin })
}

export default function Course() {
  const { isRenewal, asked, ...page } = useLoaderData<typeof loader>()
  const notes = (
    <>
      {asked ? <AskedHereNote asked={asked} /> : null}
      {isRenewal ? <RenewalNote /> : null}
    </>
  )
  return <CoursePage {...page} asked={notes} />
}
