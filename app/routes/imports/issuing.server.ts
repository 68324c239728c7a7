import { data } from '@remix-run/node'
import { z } from 'zod'
import { dayOf, formatMoment } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { codesWaiting } from '#app/intake/codes-waiting.server.ts'
import { issueCodes } from '#app/intake/issue-codes.server.ts'
import type { For } from '#app/intake/newcomers.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { formOf, ticked } from '#app/routes/people/form.server.ts'
import { siteOrigin } from '#app/routes/site-origin.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

/** Who would get a code, and in which parts, or why nobody can. */
export async function waitingFor(who: SignedIn, target: For) {
  const waiting = found(await codesWaiting(who, target))
  return 'problem' in waiting ? waiting.problem : waiting
}

const sortKey = z
  .string()
  .regex(/^\d{1,2000}$/)
  .optional()
  .catch(undefined)
const partSchema = z.object({ from: sortKey, to: sortKey, fresh: ticked, direct: ticked })

/** Makes the codes and gives them to the page that shows them this once. */
export async function issuing(request: Request, who: SignedIn, target: For) {
  const { from, to, fresh, direct } = await formOf(request, partSchema)
  const meant = 'unitId' in target ? { ...target, isDirect: direct } : target
  const outcome = found(await issueCodes(who, meant, { from, to, isWithoutCode: fresh }))
  if ('problem' in outcome) return data(outcome, { status: 422 })
  const { sheets, until } = outcome
  const locale = localeOf(request)
  const address = siteOrigin(request).replace(/^https?:\/\//, '') + localPath(locale, '/reset/code')
  return { sheets, address, until: { day: dayOf(until), moment: formatMoment(until, locale) } }
}
