import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { Counts } from '#app/intake/batch.ts'
import type { Decided } from '#app/intake/decided-in.server.ts'

type Props = { action: string; counts: Counts['verdicts']; decided: Decided }

/** What will happen, in numbers, before the one button that does it. */
export function CommitForm({ action, counts, decided }: Props) {
  const t = useWords().intake.desk.commit
  const locale = useLocale()
  const number = (count: number) => formatNumber(count, locale)
  const fresh = counts.new + decided.new
  const known = counts.matched + decided.same
  const left = counts.refused + decided.leave
  const { undecided } = decided
  return (
    <section className="flow" aria-labelledby="commit">
      <h2 id="commit">{t.title}</h2>
      <ul className="read">
        {fresh > 0 ? <li>{t.fresh(number(fresh))}</li> : null}
        {known > 0 ? <li>{t.known(number(known))}</li> : null}
        {left > 0 ? <li>{t.left(number(left))}</li> : null}
        {undecided > 0 ? (
          <li>
            <strong>{t.undecided(number(undecided))}</strong>
          </li>
        ) : null}
      </ul>
      {fresh + known === 0 && undecided === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <form className="flow" method="post" action={action}>
          <p>{t.allAtOnce}</p>
          {undecided > 0 ? (
            <p>
              <a className="btn main" href={`${action}?verdict=conflict&undecided#rows`}>
                {t.seeUndecided}
              </a>
              <input type="hidden" name="leave" value="yes" />
            </p>
          ) : null}
          <button type="submit" className={undecided > 0 ? 'btn' : 'btn main'} name="deed" value="commit">
            {undecided > 0 ? t.leaveButton(number(fresh + known), number(undecided)) : t.button(number(fresh + known))}
          </button>
        </form>
      )}
    </section>
  )
}
