import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Paper = { code: string; state: string; title: string; day: string; serial: string }

/** A person's papers: each can be shown, checked and downloaded. */
export function HeldCertificates({ papers }: { papers: Paper[] }) {
  const t = useWords().me
  const path = usePath()
  const locale = useLocale()
  return (
    <section className="flow" aria-labelledby="papers-h">
      <h2 id="papers-h">{t.certificatesHead}</h2>
      {papers.length === 0 ? <p className="soft">{t.noCertificates}</p> : null}
      <ul className="plain flow">
        {papers.map((paper) => (
          <li className="card flow-s" key={paper.code}>
            <h3>
              <a href={path(`/certificates/${paper.code}`)}>{paper.title}</a>
            </h3>
            <p className="meta">
              <span>{paper.serial}</span>
              <span>{formatDay(paper.day, locale)}</span>
            </p>
            {paper.state === 'revoked' ? (
              <p className="tag late">
                <Icon name="cross" />
                {t.revoked}
              </p>
            ) : (
              <p>
                <a className="btn" href={`/certificates/${paper.code}.pdf`}>
                  <Icon name="down" />
                  {t.download}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
