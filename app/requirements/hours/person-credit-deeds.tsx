import { useWords } from '#app/i18n/words.tsx'
import type { ShownCredit } from '#app/requirements/hours/credit-list.tsx'
import { ReasonDeed } from '#app/requirements/hours/reason-deed.tsx'

/** What whoever looks after a person may do with a credit of theirs, as it stands. */
export function PersonCreditDeeds({ address, credit }: { address: string; credit: ShownCredit }) {
  const { waiting, person } = useWords().hours
  const { id: creditId, state, title } = credit
  if (state === 'confirmed')
    return <ReasonDeed {...{ address, creditId, deed: 'revoke' }} label={person.revokeReason} button={person.revoke} />
  if (state !== 'provisional') return null
  return (
    <>
      <form method="post" action={address}>
        <input type="hidden" name="credit" value={creditId} />
        <button type="submit" className="btn" name="deed" value="confirm" aria-label={waiting.confirmOf(title)}>
          {waiting.confirm}
        </button>
      </form>
      <ReasonDeed {...{ address, creditId, deed: 'refuse' }} label={waiting.reason} button={waiting.refuse} />
    </>
  )
}
