import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { withdrawConsents } from '#app/people/consents.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { formOf, ticked } from '#app/routes/people/form.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ reminders: ticked, statistics: ticked })

export function loader({ request }: { request: Request }) {
  return redirect(localPath(localeOf(request), '/account'))
}

/** POST /account/consents: what is still ticked stays; the rest is withdrawn. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  await withdrawConsents(person, await formOf(request, formSchema))
  return redirect(`${localPath(localeOf(request), '/account')}?done=consentsChanged`, 303)
}
