import type { ReactNode } from 'react'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = { code: string; refused: 'name' | 'reason' | 'replaced' | 'revoked' | null; children?: ReactNode }

/** Why a paper was neither re-issued nor revoked, and the form again where that helps; asked for by itself, only the way back. */
export function RefusedMending({ code, refused, children }: Props) {
  const t = useWords().certificates
  const path = usePath()
  return (
    <div className="wrap flow read">
      <h1>{refused ? t.refusedTitle : t.desk}</h1>
      {refused ? <Note kind="warn" title={t.refused[refused]} role="alert" /> : null}
      {children}
      <p>
        <a href={path(`/certificates/${code}`)}>{t.back}</a>
      </p>
    </div>
  )
}
