import { type Transaction, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { closeAccountInTx } from '#app/people/close-account-in-tx.server.ts'
import { confirmPassword, type Unconfirmed } from '#app/people/confirm-password.server.ts'
import type { Actor } from '#app/people/person.ts'
import { endPlacesInTx } from '#app/units/memberships/end-places-in-tx.server.ts'
import { sortAnewInTx } from '#app/units/memberships/sort-anew-in-tx.server.ts'

export type Closing = { closed: true } | Unconfirmed | { problem: 'last-administrator' }

/** Inner step of another room, for the accounts that are closed. */
type Forget = (tx: Transaction, personIds: readonly string[]) => Promise<void>

/**
 * Closes one's own account: what names the person is gone at once, and from today on they belong to no unit and hold no
 * role. Head-counts of the days before stay as they were. Null: no such account.
 * @param forgetInTx what rooms above this one forget in the same write
 */
export async function closeAccount(
  person: Actor,
  password: string,
  now = new Date(),
  forgetInTx: Forget = async () => {},
): Promise<Closing | null> {
  const confirmed = await confirmPassword(person, password, now)
  if (confirmed === null || 'problem' in confirmed) return confirmed
  return write(async (tx) => {
    const ids = await closeAccountInTx(tx, confirmed.account, now)
    if (!ids) return { problem: 'last-administrator' as const }
    await endPlacesInTx(tx, ids, dayOf(now))
    await sortAnewInTx(tx, ids)
    await forgetInTx(tx, ids)
    return { closed: true as const }
  })
}
