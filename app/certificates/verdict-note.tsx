import type { CertificateState } from '#app/certificates/certificate.ts'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = {
  site: string
  state: CertificateState
  replacedBy?: string
  revokedOn?: string
  /** The moment of the check, in words. */
  checkedAt: string
}

/** The verdict in one line, and what follows from it. */
export function VerdictNote({ site, state, replacedBy, revokedOn, checkedAt }: Props) {
  const t = useWords().certificates
  const path = usePath()
  const locale = useLocale()
  return (
    <Note kind={state === 'valid' ? 'right' : 'wrong'} title={t[state].state} role="status">
      {state === 'revoked' ? (
        <p>{t.revoked.what(site, formatDay(revokedOn ?? '', locale))}</p>
      ) : (
        <p>{t[state].what(site)}</p>
      )}
      {replacedBy ? (
        <p>
          <a href={path(`/certificates/${replacedBy}`)}>{t.replaced.newer}</a>
        </p>
      ) : null}
      <p className="small">{t.checkedAt(checkedAt)}</p>
    </Note>
  )
}
