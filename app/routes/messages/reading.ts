import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { readNotices } from '#app/messages/notices.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { localeOf } from '#app/web/locale.ts'

export function loader({ request }: { request: Request }) {
  return redirect(localPath(localeOf(request), '/me/messages'))
}

/** POST /me/messages/reading: read up to a notice. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { upTo } = await formOf(request, z.object({ upTo: typed }))
  await readNotices(person, upTo)
  return redirect(localPath(localeOf(request), '/me/messages'), 303)
}
