import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = { title?: string; what: string; now: string }

/** Three lines: what happened, what to do now, whom to ask. */
export function RefusedNote({ title, what, now }: Props) {
  const t = useWords().intake.desk
  return (
    <Note kind="wrong" role="alert" title={title ?? t.refusedTitle}>
      <p>{what}</p>
      <p>{now}</p>
      <p>{t.askWhom}</p>
    </Note>
  )
}
