import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { deviceOf } from '#app/people/device.ts'
import { type SignInOutcome, signIn } from '#app/people/sign-in.server.ts'
import { sessionCookie } from '#app/routes/actor.server.ts'
import { ticked, typed } from '#app/routes/people/form.server.ts'
import { ownPath } from '#app/routes/people/own-path.ts'
import { addressOf } from '#app/web/address.server.ts'
import { siteLimits } from '#app/web/limits.ts'
import { localeOf } from '#app/web/locale.ts'
import { readBytes } from '#app/web/read-bytes.server.ts'
import { formLimitBytes } from '#app/web/remix-request.server.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'

export const formSchema = z.object({ account: typed, password: typed, shared: ticked, next: typed })

export type Form = z.infer<typeof formSchema>

const limit = siteLimits('sign-in', 'action')
const refused = new WeakMap<object, SignInOutcome>()

/**
 * POST /sign-in: at eight in the morning a whole province signs in, and Remix would cost as much as a quarter of the hash.
 * Who may come in is let in here; every other answer is a page, which Remix renders from the outcome found here.
 */
export function answerSignIn(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
  if (request.method !== 'POST' || !/^(\/en)?\/sign-in$/.test(request.url ?? '')) return false
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return false
  return letIn(request, response)
}

async function letIn(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const bytes = await readBytes(request, formLimitBytes)
  const address = addressOf(request)
  if (!bytes || !limit?.take(address)) return false
  const sent = new URLSearchParams(bytes.toString())
  if ([...sent.values()].some((value) => value.includes('\0'))) return false
  const form = formSchema.parse(Object.fromEntries(sent))
  const outcome = await trySignIn(form, request.headers['user-agent'] ?? null)
  limit.ended(address, 303) // a miss is counted where its page is made
  if (!('token' in outcome)) {
    refused.set(request, outcome)
    return false
  }
  const cookies = sessionCookie(outcome.token, form.shared).flatMap((cookie) => ['set-cookie', cookie])
  const location = landing(form, request.url ?? '/')
  response.writeHead(303, [...headers, ...cookies, 'location', location])
  response.end()
  return true
}

const headers = [...securityHeaders.flat(), 'cache-control', 'no-store', 'content-length', '0']

/** What came of this request's sign-in when it was tried before Remix. */
export function triedBefore(request: object | undefined): SignInOutcome | undefined {
  return request ? refused.get(request) : undefined
}

export function trySignIn({ account, password, shared }: Form, userAgent: string | null): Promise<SignInOutcome> {
  return signIn({ account, password, device: deviceOf(userAgent), isShared: shared })
}

/** Where to go on after signing in. */
export function landing({ next }: Form, path: string): string {
  return ownPath(next, localPath(localeOf(path), '/me'))
}
