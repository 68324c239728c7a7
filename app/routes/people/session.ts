import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { endSession } from '#app/people/sign-out.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const handleSchema = z.string().regex(/^[\w-]{16}$/)

export function loader({ request }: { request: Request }) {
  return redirect(localPath(localeOf(request), '/account'))
}

/** POST /account/sessions/:handle: ends it. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const handle = found(handleSchema.safeParse(params.handle).data)
  found(await endSession(person, handle))
  return redirect(`${localPath(localeOf(request), '/account')}?done=sessionEnded`, 303)
}
