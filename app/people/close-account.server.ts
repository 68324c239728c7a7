import { eq, inArray } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { forgetNamesInTx } from '#app/audit/forget-names-in-tx.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { forgetMessagesTo } from '#app/messages/of-person.server.ts'
import { clearIdentityNumberInTx } from '#app/people/clear-identity-number-in-tx.server.ts'
import { confirmPassword, type Unconfirmed } from '#app/people/confirm-password.server.ts'
import { noteConsents, standingConsents } from '#app/people/consents.server.ts'
import { foldedInto } from '#app/people/folded.server.ts'
import type { Actor } from '#app/people/person.ts'
import { oneTimeCodes, people, sessions, signInFailures } from '#app/people/schema.ts'
import { isLastAdministrator } from '#app/people/set-role.server.ts'

export type Closing = { closed: true } | Unconfirmed | { problem: 'last-administrator' }

/**
 * Takes name, contacts, identity number, password, sessions, codes and letters away at once, of accounts
 * that were folded into this one too. What must stay stays under an id without a
 * name: training records, the register of issued certificates, the ledger of consents (domain.md 1.2).
 */
export async function closeAccount(person: Actor, password: string, now = new Date()): Promise<Closing | null> {
  const confirmed = await confirmPassword(person, password, now)
  if (confirmed === null || 'problem' in confirmed) return confirmed
  const { username, email } = confirmed.account
  const given = Object.entries(await standingConsents(person)).filter(([, isGiven]) => isGiven)
  const withdrawn = Object.fromEntries(given.map(([purpose]) => [purpose, false]))

  return write(async (tx) => {
    if (confirmed.account.role === 'administrator' && (await isLastAdministrator(tx)))
      return { problem: 'last-administrator' as const }
    for (const id of [person.id, ...(await foldedInto(person.id, tx))]) await forgetInTx(tx, id, now)
    await tx.delete(signInFailures).where(inArray(signInFailures.account, [username, email ?? username]))
    await noteConsents(tx, person.id, withdrawn, now)
    await auditInTx(tx, person.id, { verb: 'people.close-account', subjectKind: 'person', subjectId: person.id })
    return { closed: true as const }
  })
}

async function forgetInTx(tx: Transaction, personId: string, now: Date) {
  await removeIdentity(tx, personId, now)
  await clearIdentityNumberInTx(tx, personId)
  await tx.delete(sessions).where(eq(sessions.personId, personId))
  await tx.delete(oneTimeCodes).where(eq(oneTimeCodes.personId, personId))
  await forgetMessagesTo(tx, personId)
  await forgetNamesInTx(tx, personId)
}

async function removeIdentity(tx: Transaction, personId: string, now: Date) {
  await tx
    .update(people)
    .set({
      username: `closed-${personId}`,
      fullName: '',
      sortKey: '',
      folded: '',
      email: null,
      phone: null,
      passwordHash: null,
      birthYear: null,
      guardianName: null,
      role: 'learner',
      closedAt: now,
    })
    .where(eq(people.id, personId))
}
