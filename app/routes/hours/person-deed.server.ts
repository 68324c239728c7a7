import { z } from 'zod'
import type { Messages } from '#app/i18n/messages.ts'
import type { SignedIn } from '#app/people/person.ts'
import { overrideQuota } from '#app/requirements/hours/override-quota.server.ts'
import { creditDeed, creditDeedSchema } from '#app/routes/hours/credit-deed.server.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { found } from '#app/web/found.server.ts'

const overrideSchema = z.object({
  deed: z.literal('override'),
  ...{ year: typed, owed: typed, why: typed, approver: typed, document: typed },
})

type Done = { done: 'override' | 'confirm' | 'refuse' | 'revoke' }
type Refused =
  | { kind: 'override'; values: Record<string, string>; problems: Record<string, string> }
  | { kind: 'deed'; problem: string }

const boxes = { year: 'year', hours: 'owed', reason: 'why', approver: 'approver' } as const

/** What is done on the page of somebody's hours; a form that is none of them is a 404. */
export async function personDeed(
  who: SignedIn,
  personId: string,
  request: Request,
  words: Messages['hours'],
): Promise<Done | Refused> {
  const form = found(await formOf(request, z.union([overrideSchema, creditDeedSchema]).nullable().catch(null)))
  if (form.deed !== 'override') {
    const outcome = await creditDeed(who, form, words.waiting)
    return 'done' in outcome ? outcome : { kind: 'deed', ...outcome }
  }
  const { deed: _, ...values } = form
  const { year, owed: hours, why: reason, approver, document: documentNumber } = values
  const outcome = found(await overrideQuota(who, personId, { year, hours, reason, approver, documentNumber }))
  if ('id' in outcome) return { done: 'override' }
  const problems: Record<string, string> = {}
  for (const box of ['year', 'hours', 'reason', 'approver'] as const) {
    const problem = outcome.problems[box]
    if (problem) problems[boxes[box]] = words.person.problems[problem]
  }
  return { kind: 'override', values, problems }
}
