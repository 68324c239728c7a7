import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'
import { ProblemLinks } from '#app/ui/problem-links.tsx'

/** What is wrong with a form, at its top, each leading to its box. Read out at once by a screen reader. */
export function ProblemList({ problems }: { problems: Record<string, string> | undefined }) {
  const t = useWords().people
  if (!problems || Object.keys(problems).length === 0) return null
  return (
    <Note kind="wrong" role="alert" title={t.summary(Object.keys(problems).length)}>
      <ProblemLinks problems={problems} />
    </Note>
  )
}
