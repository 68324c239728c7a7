import { Note } from '#app/ui/note.tsx'
import { ProblemLinks } from '#app/ui/problem-links.tsx'

type Props = { problems: Record<string, string> | undefined; title: string; askWhom: string }

/** Three lines: what happened, what to do now (each leads to its box), whom to ask. */
export function RefusedNote({ problems, title, askWhom }: Props) {
  if (!problems || Object.keys(problems).length === 0) return null
  return (
    <Note kind="wrong" role="alert" title={title}>
      <ProblemLinks problems={problems} />
      <p>{askWhom}</p>
    </Note>
  )
}
