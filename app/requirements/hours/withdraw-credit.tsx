import { useWords } from '#app/i18n/words.tsx'
import type { ShownCredit } from '#app/requirements/hours/credit-list.tsx'

/** Takes back what one told of and nobody has answered yet. */
export function WithdrawCredit({ address, credit }: { address: string; credit: ShownCredit }) {
  const t = useWords().hours.credits
  if (credit.state !== 'provisional') return null
  return (
    <form method="post" action={address}>
      <button type="submit" className="btn" name="withdraw" value={credit.id} aria-label={t.withdrawOf(credit.title)}>
        {t.withdraw}
      </button>
    </form>
  )
}
