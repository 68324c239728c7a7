import type { CertificateFacts, CertificateState } from '#app/certificates/certificate.ts'
import { ReissueForm, RevocationForm } from '#app/certificates/mend-forms.tsx'
import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'

type Props = {
  code: string
  facts: CertificateFacts
  state: CertificateState
  deeds: Array<{ at: Date; verb: string; reason: string }>
}

/** What administrators alone see under the verdict: what was done and why, and what can still be done. */
export function AdministratorsDesk({ code, facts, state, deeds }: Props) {
  const t = useWords().certificates
  const locale = useLocale()
  const nameOf = (verb: string) =>
    verb === 'certificates.reissue' ? t.deed.reissue : verb === 'certificates.revoke' ? t.deed.revoke : t.deed.other
  return (
    <section className="flow">
      <h2>{t.desk}</h2>
      {deeds.length > 0 ? (
        <div className="flow-s">
          <h3>{t.deeds}</h3>
          <ul className="plain">
            {deeds.map(({ at, verb, reason }) => (
              <li key={at.toISOString()}>
                {nameOf(verb)}, {formatMoment(at, locale)}: {reason}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {state === 'valid' ? (
        <>
          <ReissueForm code={code} fullName={facts.fullName} />
          <RevocationForm code={code} />
        </>
      ) : null}
    </section>
  )
}
