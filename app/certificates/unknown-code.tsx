import { CheckForm } from '#app/certificates/check-form.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** Nothing was issued under this code: what to do now, and whom to ask. */
export function UnknownCode({ site, phone, typed }: { site: string; phone: string; typed: string }) {
  const t = useWords().certificates
  return (
    <div className="wrap flow">
      <h1>{t.unknown.title}</h1>
      <Note kind="warn" title={t.unknown.state} role="status">
        <p>{t.unknown.what(site)}</p>
        <p>{t.unknown.now}</p>
        <p>{t.unknown.ask(phone)}</p>
      </Note>
      <CheckForm typed={typed} isMain />
    </div>
  )
}
