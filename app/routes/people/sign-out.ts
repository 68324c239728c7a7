import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { localPath } from '#app/i18n/local-path.ts'
import { signOut } from '#app/people/sign-out.server.ts'
import { clearedCookies, tokenFrom, withCookies } from '#app/routes/actor.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** Nothing to read here: a link or a robot signs nobody out. */
export function loader({ request }: { request: Request }) {
  return redirect(localPath(localeOf(request), '/sign-in'))
}

/** POST /sign-out: "Thoát", and "Không phải tôi". The page script has sent what was unsent and wipes the device. */
export async function action({ request }: ActionFunctionArgs) {
  const token = tokenFrom(request.headers.get('cookie') ?? '')
  if (token) await signOut(token)
  return redirect(`${localPath(localeOf(request), '/sign-in')}?out`, {
    status: 303,
    headers: withCookies(clearedCookies()),
  })
}
