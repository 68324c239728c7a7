import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'
import { ProblemLinks } from '#app/ui/problem-links.tsx'

/** Three lines: what happened, what to do now (each sentence says both, and leads to its box), whom to ask. */
export function DeskRefused({ problems }: { problems: Record<string, string> | undefined }) {
  const t = useWords().units
  if (!problems || Object.keys(problems).length === 0) return null
  return (
    <Note kind="wrong" role="alert" title={t.desk.refused}>
      <ProblemLinks problems={problems} />
      <p>{t.askWhom}</p>
    </Note>
  )
}
