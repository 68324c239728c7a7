import { data, redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import type { SignedIn } from '#app/people/person.ts'
import { dropDraft } from '#app/requirements/asking/drop-draft.server.ts'
import { endRequirement } from '#app/requirements/asking/end-requirement.server.ts'
import { publishRequirement } from '#app/requirements/asking/publish-requirement.server.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const schema = z.object({ deed: z.enum(['publish', 'drop', 'end']), day: typed, reason: typed })

/** What is done with a requirement on its page; what stands in the way of it comes back in sentences. */
export async function deciding(request: Request, who: SignedIn, id: string) {
  const read = schema.safeParse(await formOf(request, z.record(z.string(), typed)))
  if (!read.success) throw new Response(null, { status: 400 })
  const { deed, day, reason } = read.data
  const locale = localeOf(request)
  const words = messages(locale).asking.problems
  const go = (path: string) => redirect(localPath(locale, path), 303)
  if (deed === 'drop') {
    const { unitId } = found(await dropDraft(who, id))
    throw go(`/units/${unitId}/requirements?dropped`)
  }
  if (deed === 'publish') {
    const outcome = found(await publishRequirement(who, id))
    if ('publishedAt' in outcome) throw go(`/requirements/${id}?done=published`)
    return again(outcome.problems.map((problem) => [`form-${problem}`, words[problem]]))
  }
  const outcome = found(await endRequirement(who, id, { day, reason }))
  if ('toDay' in outcome) throw go(`/requirements/${id}?done=ended`)
  const box = outcome.problem === 'reason-needed' ? 'reason' : 'day'
  return again([[box, words[outcome.problem]]], { day, reason })
}

function again(said: Array<[string, string]>, values: Record<string, string> = {}) {
  return data({ problems: Object.fromEntries(said), values }, { status: 422 })
}
