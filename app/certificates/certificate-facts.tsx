import type { CertificateFacts } from '#app/certificates/certificate.ts'
import { formatDay, formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'

/** What the paper says, to compare word by word. Its own words stay Vietnamese on English pages. */
export function CertificateFactsList({ code, facts }: { code: string; facts: CertificateFacts }) {
  const t = useWords().certificates
  const locale = useLocale()
  const rows: Array<[name: string, value: string, isOfThePaper?: boolean]> = [
    [t.fullName, facts.fullName, true],
    [t.paperCode, code],
    [t.course, facts.courseTitle, true],
    [t.serial, facts.serial],
    [t.hours, facts.hours > 0 ? t.hoursOf(formatNumber(facts.hours, locale)) : ''],
    [t.category, facts.hours > 0 ? facts.categoryName : '', true],
    [t.completedOn, formatDay(facts.completedOn, locale)],
    [t.issuedOn, formatDay(facts.issuedOn, locale)],
    [t.issuer, facts.issuerName, true],
    [t.signer, `${facts.signerName}, ${facts.signerTitle}`, true],
    [t.approval, facts.approval, true],
  ]
  return (
    <dl className="facts two">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value, isOfThePaper]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang={isOfThePaper ? 'vi' : undefined}>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
