import type { ReactNode } from 'react'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { SameBy } from '#app/requirements/hours/counted-once.ts'
import type { CreditState } from '#app/requirements/hours/credit.ts'
import { useHours } from '#app/requirements/hours/use-hours.ts'

export type ShownCredit = {
  id: string
  title: string
  provider: string
  category: string
  halfHours: number
  paper: string | null
  beganDay: string
  completedDay: string
  hasEvidence: boolean
  state: CreditState
  /** Confirmed, and not counted: it is the same as another of the year; of a course of ours the title is null. */
  sameAs: { by: SameBy; title: string | null } | null
  /** Why it was refused or revoked. */
  reason: string | null
}

type Props = {
  credits: ShownCredit[]
  categories: Record<string, string>
  /** What may be done with one. */
  deedOf?: (credit: ShownCredit) => ReactNode
}

/** Learning elsewhere, with how it stands in words. */
export function CreditList({ credits, categories, deedOf }: Props) {
  const t = useWords().hours.credits
  const sameAs = ({ by, title }: { by: SameBy; title: string | null }) =>
    title === null || by === 'course' ? t.sameAs.ours : t.sameAs[by](title)
  return (
    <section className="flow" aria-labelledby="told">
      <h2 id="told">{t.list}</h2>
      {credits.length === 0 ? <p className="soft">{t.none}</p> : null}
      <ul className="plain flow">
        {credits.map((credit) => (
          <li className="card flow-s" key={credit.id}>
            <h3 lang="vi">{credit.title}</h3>
            <Facts credit={credit} categories={categories} />
            <p>
              <span className={tags[credit.state]}>{t.states[credit.state]}</span>{' '}
              {credit.sameAs ? t.sameSays : t.statesSay[credit.state]}
            </p>
            {credit.sameAs ? <p>{sameAs(credit.sameAs)}</p> : null}
            {credit.reason ? <p>{t.because(credit.reason)}</p> : null}
            <EvidenceLink {...credit} />
            {deedOf?.(credit)}
          </li>
        ))}
      </ul>
    </section>
  )
}

const tags = { provisional: 'tag due', confirmed: 'tag done', refused: 'tag late', revoked: 'tag late' } as const

function Facts({ credit, categories }: { credit: ShownCredit; categories: Record<string, string> }) {
  const t = useWords().me
  const locale = useLocale()
  const said = useHours()
  return (
    <p className="meta">
      <span>{credit.provider}</span>
      <span>{t.hours(said(credit.halfHours))}</span>
      <span>{categories[credit.category] ?? credit.category}</span>
      <span>
        {formatDay(credit.beganDay, locale)} – {formatDay(credit.completedDay, locale)}
      </span>
      {credit.paper ? <span>{credit.paper}</span> : null}
    </p>
  )
}

/** The paper that was sent; it is downloaded, never shown as a page. */
export function EvidenceLink({ id, title, hasEvidence }: Pick<ShownCredit, 'id' | 'title' | 'hasEvidence'>) {
  const t = useWords().hours.credits
  const path = usePath()
  if (!hasEvidence) return <p className="soft">{t.evidenceGone}</p>
  return (
    <p>
      <a className="ic" href={path(`/credits/${id}/evidence`)} aria-label={t.evidenceOf(title)} download>
        {t.evidence}
      </a>
    </p>
  )
}
