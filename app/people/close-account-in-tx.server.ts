import { eq, inArray } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { forgetNamesInTx } from '#app/audit/forget-names-in-tx.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { forgetMessagesTo } from '#app/messages/of-person.server.ts'
import type { Account } from '#app/people/accounts.server.ts'
import { clearIdentityNumberInTx } from '#app/people/clear-identity-number-in-tx.server.ts'
import { noteConsents, standingConsents } from '#app/people/consents.server.ts'
import { foldedInto } from '#app/people/folded.server.ts'
import { renameInTx } from '#app/people/rename-in-tx.server.ts'
import { oneTimeCodes, sessions, signInFailures } from '#app/people/schema.ts'
import { isLastAdministrator } from '#app/people/set-role.server.ts'

/**
 * Inner step: takes name, contacts, identity number, password, sessions, codes and letters away at once, of accounts
 * that were folded into this one too. What must stay stays under an id without a name: training records, the register of
 * issued certificates, the ledger of consents (domain.md 1.2). Answers with the accounts; null: the last administrator.
 */
export async function closeAccountInTx(tx: Transaction, account: Account, now: Date): Promise<string[] | null> {
  const { id, username, email } = account
  if (account.role === 'administrator' && (await isLastAdministrator(tx))) return null
  const ids = [id, ...(await foldedInto(id, tx))]
  const given = Object.entries(await standingConsents({ id }, tx)).filter(([, isGiven]) => isGiven)
  const withdrawn = Object.fromEntries(given.map(([purpose]) => [purpose, false]))
  for (const one of ids) await forgetInTx(tx, one, now)
  await tx.delete(signInFailures).where(inArray(signInFailures.account, [username, email ?? username]))
  await noteConsents(tx, id, withdrawn, now)
  await auditInTx(tx, id, { verb: 'people.close-account', subjectKind: 'person', subjectId: id })
  return ids
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
  await renameInTx(tx, personId, {
    username: `closed-${personId}`,
    fullName: '',
    email: null,
    phone: null,
    passwordHash: null,
    birthYear: null,
    guardianName: null,
    role: 'learner',
    closedAt: now,
  })
}
