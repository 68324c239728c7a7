import { data } from '@remix-run/node'
import { dayOf, formatMoment } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { issueCodes } from '#app/intake/issue-codes.server.ts'
import { type For, mostAtOnce, newcomers } from '#app/intake/newcomers.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** How many would get a code, or why nobody can. */
export async function waitingFor(who: SignedIn, target: For) {
  const people = found(await newcomers(who, target))
  if ('problem' in people) return people.problem
  if (people.length === 0) return 'nobody' as const
  return people.length > mostAtOnce ? ('too-many' as const) : people.length
}

/** Makes the codes and gives them to the page that shows them this once. */
export async function issuing(request: Request, who: SignedIn, target: For) {
  const outcome = found(await issueCodes(who, target))
  if ('problem' in outcome) return data(outcome, { status: 422 })
  const { sheets, until } = outcome
  const locale = localeOf(request)
  const address = siteOrigin(request).replace(/^https?:\/\//, '') + localPath(locale, '/reset/code')
  return { sheets, address, until: { day: dayOf(until), moment: formatMoment(until, locale) } }
}
