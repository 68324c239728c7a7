import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { currentEdition, editionOf } from '#app/courses/edition.server.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { readWithoutScript } from '#app/ledger/read-without-script.server.ts'
import { actorOf } from '#app/routes/actor.server.ts'
import { formDataOf } from '#app/web/form-data.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** Nothing to read here: back to the lesson. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return redirect(localPath(localeOf(request), `/courses/${params.course}/${params.lesson}`))
}

/** POST /courses/:course/:lesson/reading: the lesson is read to its end; on to the next one, or to the exam. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await formDataOf(request)
  const named = await editionOf(String(form.get('edition') ?? ''))
  const edition = found(named?.slug === params.course ? named : await currentEdition(params.course ?? ''))
  const { lessons, exam } = edition.sheet
  const place = lessons.findIndex(({ lesson }) => lesson === params.lesson)
  const { lesson } = found(lessons[place])

  const person = await actorOf(request)
  if (person) await readWithoutScript(person, { edition: edition.id, lesson }, null)
  const next = lessons[place + 1]
  const to = next ? `/courses/${edition.slug}/${next.lesson}` : `/courses/${edition.slug}/exams/${exam.key}`
  return redirect(localPath(localeOf(request), person && next ? `${to}?mine` : to), 303)
}
