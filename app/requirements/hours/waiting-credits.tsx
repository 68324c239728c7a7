import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { EvidenceLink } from '#app/requirements/hours/credit-list.tsx'
import { ReasonDeed } from '#app/requirements/hours/reason-deed.tsx'
import { useHours } from '#app/requirements/hours/use-hours.ts'
import { Icon } from '#app/ui/icon.tsx'

export type ShownWaiting = {
  id: string
  personId: string
  fullName: string
  unitName: string
  title: string
  provider: string
  category: string
  halfHours: number
  paper: string | null
  beganDay: string
  completedDay: string
  evidenceBytes: number
  addedDay: string
}

type Props = { address: string; credits: ShownWaiting[]; categories: Record<string, string> }

/** Learning elsewhere that waits: look at the paper, then say yes, or no with the reason. */
export function WaitingCredits({ address, credits, categories }: Props) {
  const { hours: t, me } = useWords()
  const [locale, path, said] = [useLocale(), usePath(), useHours()]
  if (credits.length === 0) return <p role="status">{t.waiting.nobody}</p>
  return (
    <ul className="plain flow">
      {credits.map((credit) => (
        <li className="card flow-s" key={credit.id}>
          <h2>
            <a href={path(`/admin/people/${credit.personId}/hours`)}>{credit.fullName}</a>
          </h2>
          <p lang="vi">
            <strong>{credit.title}</strong>
          </p>
          <p className="meta">
            <span>{credit.unitName}</span>
            <span>{credit.provider}</span>
            <span>{me.hours(said(credit.halfHours))}</span>
            <span>{categories[credit.category] ?? credit.category}</span>
            <span>
              {formatDay(credit.beganDay, locale)} – {formatDay(credit.completedDay, locale)}
            </span>
            {credit.paper ? <span>{credit.paper}</span> : null}
            <span>{t.waiting.told(formatDay(credit.addedDay, locale))}</span>
          </p>
          <EvidenceLink id={credit.id} title={credit.title} hasEvidence={credit.evidenceBytes > 0} />
          <form method="post" action={address}>
            <input type="hidden" name="credit" value={credit.id} />
            <button
              type="submit"
              className="btn main"
              name="deed"
              value="confirm"
              aria-label={t.waiting.confirmOf(credit.fullName)}
            >
              <Icon name="check" />
              {t.waiting.confirm}
            </button>
          </form>
          <ReasonDeed
            {...{ address, creditId: credit.id, deed: 'refuse' }}
            label={t.waiting.reason}
            button={t.waiting.refuse}
          />
        </li>
      ))}
    </ul>
  )
}
