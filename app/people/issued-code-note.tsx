import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** A one-time code, the one time that it is seen. */
export function IssuedCodeNote({ issued }: { issued: { username: string; code: string; until: string } }) {
  const t = useWords().people.admin
  return (
    <Note kind="right" icon="key" role="status" title={t.issued(issued.username)}>
      <p className="big mono">{issued.code}</p>
      <p>{t.issuedWhy(issued.until)}</p>
    </Note>
  )
}
