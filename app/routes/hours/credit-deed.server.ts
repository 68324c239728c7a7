import { z } from 'zod'
import type { Messages } from '#app/i18n/messages.ts'
import type { SignedIn } from '#app/people/person.ts'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { refuseCredit } from '#app/requirements/hours/refuse-credit.server.ts'
import { revokeCredit } from '#app/requirements/hours/revoke-credit.server.ts'
import { typed } from '#app/routes/people/form.server.ts'
import { found } from '#app/web/found.server.ts'

export const creditDeedSchema = z.object({
  deed: z.enum(['confirm', 'refuse', 'revoke']),
  credit: z.uuid(),
  reason: typed,
})

/** Confirms, refuses or revokes; what stands in the way is a sentence. */
export async function creditDeed(
  who: SignedIn,
  { deed, credit, reason }: z.infer<typeof creditDeedSchema>,
  words: Messages['hours']['waiting'],
): Promise<{ done: 'confirm' | 'refuse' | 'revoke' } | { problem: string }> {
  const outcome = found(
    deed === 'confirm'
      ? await confirmCredit(who, credit)
      : deed === 'refuse'
        ? await refuseCredit(who, credit, reason)
        : await revokeCredit(who, credit, reason),
  )
  if ('state' in outcome) return { done: deed }
  return { problem: outcome.refused === 'reason' ? words.reasonNeeded : words.changed }
}
