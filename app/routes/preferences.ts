import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { environment } from '#app/db/environment.server.ts'
import { formDataOf } from '#app/web/form-data.server.ts'
import { textSizes, themes } from '#app/web/preferences.ts'

const choiceSchema = z.object({
  text: z.enum(textSizes).catch('18'),
  theme: z.enum(themes).catch('auto'),
  light: z.literal('yes').optional(),
})

const year = 365 * 24 * 3600

/** Nothing to read here: the form stands on every page. */
export function loader() {
  return redirect('/')
}

/** POST /preferences: how pages look, for readers without scripts; back to where they were. */
export async function action({ request }: ActionFunctionArgs) {
  const choice = choiceSchema.parse(Object.fromEntries(await formDataOf(request)))
  const secure = environment.PUBLIC_URL?.startsWith('https') ? '; Secure' : ''
  const headers = new Headers()
  const keep = (name: string, value: string) =>
    headers.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax${secure}`)
  keep('text', choice.text)
  keep('theme', choice.theme)
  keep('scripts', choice.light ? 'off' : 'on')
  return redirect(ownPathOf(request), { status: 303, headers })
}

/** The page the form stood on. Sharp edge: a Referer is whatever was sent, so only its path on this site is used. */
function ownPathOf(request: Request): string {
  const from = request.headers.get('referer')
  if (!from || !URL.canParse(from)) return '/'
  const { pathname, search } = new URL(from)
  return pathname.startsWith('//') ? '/' : pathname + search
}
