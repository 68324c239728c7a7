import { redirect } from '@remix-run/node'
import { environment } from '#app/db/environment.server.ts'
import { localPath } from '#app/i18n/local-path.ts'
import type { Role, SignedIn } from '#app/people/person.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { cookieIn } from '#app/web/cookie.ts'
import { localeOf } from '#app/web/locale.ts'

const isSecure = environment.PUBLIC_URL?.startsWith('https:') === true

/** Sharp edge: browsers drop `__Host-` and Secure cookies on plain http, and with them every sign-in on a LAN. */
const tokenName = isSecure ? '__Host-ben-so' : 'ben-so'

/** Readable by the page script: whether to ask for what is personal. It opens nothing. */
const hintName = 'ben-so-in'

const attributes = `; Path=/; SameSite=Lax${isSecure ? '; Secure' : ''}`
const personalSeconds = 30 * 24 * 60 * 60

/** The token in a Cookie header; '' when there is none. */
export function tokenFrom(cookieHeader: string): string {
  return cookieIn(cookieHeader, tokenName) ?? ''
}

/** Who asks, or null. The loaders of one page run at once and share one query. */
export function actorOf(request: Request): Promise<SignedIn | null> {
  const token = tokenFrom(request.headers.get('cookie') ?? '')
  if (token === '') return Promise.resolve(null)
  const asked = asking.get(token)
  if (asked) return asked
  const answer = sessionOf(token).finally(() => asking.delete(token))
  asking.set(token, answer)
  return answer
}

const asking = new Map<string, Promise<SignedIn | null>>()

/** Who asks; whoever is not signed in goes to the sign-in page and comes back. */
export async function requirePerson(request: Request): Promise<SignedIn> {
  const person = await actorOf(request)
  if (person) return person
  const { pathname, search } = new URL(request.url)
  const here = request.method === 'GET' ? pathname.replace(/\.data$/, '') + search : '/me'
  throw redirect(`${localPath(localeOf(request), '/sign-in')}?next=${encodeURIComponent(here)}`)
}

/** Who asks, if they have one of these roles; for others the page does not exist. */
export async function requireRole(request: Request, ...roles: Role[]): Promise<SignedIn> {
  const person = await requirePerson(request)
  if (!roles.includes(person.role)) throw new Response(null, { status: 404 })
  return person
}

/** Set-Cookie headers of a new session. On a shared device the cookie goes with the browser's window. */
export function sessionCookie(token: string, isShared: boolean): string[] {
  const age = isShared ? '' : `; Max-Age=${personalSeconds}`
  return [`${tokenName}=${token}${attributes}${age}; HttpOnly`, `${hintName}=1${attributes}${age}`]
}

/** Set-Cookie headers that end a session in the browser. */
export function clearedCookies(): string[] {
  return [`${tokenName}=${attributes}; Max-Age=0; HttpOnly`, `${hintName}=${attributes}; Max-Age=0`]
}

/** Cookies as headers of a response. */
export function withCookies(cookies: string[]): Headers {
  return new Headers(cookies.map((cookie): [string, string] => ['set-cookie', cookie]))
}
