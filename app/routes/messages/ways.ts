import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { channels } from '#app/messages/message.ts'
import { setWays } from '#app/messages/set-ways.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { formOf, ticked } from '#app/routes/people/form.server.ts'
import { localeOf } from '#app/web/locale.ts'

export function loader({ request }: { request: Request }) {
  return redirect(localPath(localeOf(request), '/me/messages'))
}

/** POST /me/messages/ways: those that are ticked are wanted. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const form = await formOf(request, z.object({ email: ticked, gateway: ticked }))
  await setWays(
    person,
    channels.filter((channel) => form[channel]),
  )
  return redirect(`${localPath(localeOf(request), '/me/messages')}?done=ways`, 303)
}
