import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LoadTroubles } from '#app/courses/load-troubles.tsx'
import { CoursesAtDesk } from '#app/enrolments/courses-at-desk.tsx'
import { coursesDesk } from '#app/enrolments/courses-desk.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToAdministration } from '#app/routes/administration/back.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /admin/courses: which edition is up since when, who learns on which, and what could not be loaded. */
export async function loader({ request }: LoaderFunctionArgs) {
  const trainer = await requireRole(request, 'trainer', 'administrator')
  return found(await coursesDesk(trainer))
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).administration.courses.title} · Bến Số` },
]

export default function Courses() {
  const { courses, troubles } = useLoaderData<typeof loader>()
  const t = useWords().administration.courses
  return (
    <div className="wrap flow">
      <BackToAdministration />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <LoadTroubles troubles={troubles} />
      <CoursesAtDesk courses={courses} />
    </div>
  )
}
