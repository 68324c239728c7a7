import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { v7 as uuidv7 } from 'uuid'
import { currentEdition } from '#app/courses/edition.server.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { record } from '#app/ledger/record.server.ts'
import { actorOf } from '#app/routes/actor.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** POST /courses/:course/:lesson/reading: the lesson is read to its end; on to the next one, or to the exam. */
export async function action({ request, params }: ActionFunctionArgs) {
  const edition = found(await currentEdition(params.course ?? ''))
  const { lessons, exam } = edition.sheet
  const place = lessons.findIndex(({ lesson }) => lesson === params.lesson)
  const lesson = found(lessons[place]).lesson

  const person = await actorOf(request)
  const form = await request.formData()
  if (person) {
    const at = new Date().toISOString()
    const event = { at, edition: String(form.get('edition') ?? edition.id), lesson }
    await record(person, { events: [{ ...event, id: uuidv7(), kind: 'lesson.read' }] })
  }
  const next = lessons[place + 1]
  const to = next ? `/courses/${edition.slug}/${next.lesson}` : `/courses/${edition.slug}/exams/${exam.key}`
  return redirect(localPath(localeOf(request), person && next ? `${to}?mine` : to), 303)
}
