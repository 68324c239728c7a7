import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** A course that was completed is to be passed again: what it takes, and what stays. */
export function RenewalNote() {
  const t = useWords().renewals
  return (
    <Note icon="cal" title={t.title}>
      <p>{t.enough}</p>
    </Note>
  )
}
