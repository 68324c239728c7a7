import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'

type Props = {
  /** The person's name today: what an older paper says may differ. */
  fullName: string
  papers: Array<{ code: string; state: string; title: string; fullName: string; serial: string; issuedOn: string }>
}

/** A person's papers as administrators see them: each leads to the page where it is issued again. */
export function PapersAbout({ fullName, papers }: Props) {
  const t = useWords().administration.person
  const path = usePath()
  const locale = useLocale()
  return (
    <section className="flow-s">
      <h2>{t.papers}</h2>
      {papers.length === 0 ? (
        <p>{t.noPapers}</p>
      ) : (
        <table className="stack">
          <caption className="hide">{t.papers}</caption>
          <thead>
            <tr>
              <th scope="col">{t.paper}</th>
              <th scope="col">{t.nameOnPaper}</th>
              <th scope="col">{t.issuedOn}</th>
              <th scope="col">{t.reissue}</th>
            </tr>
          </thead>
          <tbody>
            {papers.map((paper) => (
              <tr key={paper.code}>
                <th scope="row" lang="vi">
                  {paper.title}
                  <small>{paper.serial}</small>
                </th>
                <td data-label={t.nameOnPaper}>
                  <span>
                    {paper.fullName}
                    {paper.fullName === fullName ? null : <small>{t.otherName}</small>}
                  </span>
                </td>
                <td data-label={t.issuedOn}>{formatDay(paper.issuedOn, locale)}</td>
                <td data-label={paper.state === 'revoked' ? t.revoked : t.reissue}>
                  <a href={path(`/certificates/${paper.code}`)}>{paper.code}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
