import type { ShownCredit } from '#app/requirements/hours/credit-list.tsx'
import type { OwnCredit } from '#app/requirements/hours/told-credits.server.ts'

/** What a page tells of a credit. */
export function shownCredit(credit: OwnCredit): ShownCredit {
  const { id, title, provider, category, halfHours, paper, beganDay, completedDay, state, sameAs } = credit
  const reason = state === 'revoked' ? credit.revocationReason : state === 'refused' ? credit.decisionReason : null
  const told = { id, title, provider, category, halfHours, paper, beganDay, completedDay, state, sameAs }
  return { ...told, reason, hasEvidence: credit.evidenceBytes > 0 }
}
