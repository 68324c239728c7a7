import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** Nothing to read here: back to the course. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), `/courses/${params.course}`))
}

/** POST /courses/:course/enrolments */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  found(await enrol(person, params.course ?? ''))
  return redirect(localPath(localeOf(request), `/courses/${params.course}?mine`), 303)
}
