import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** What is wrong with a form, at its top, each leading to its box. Read out at once by a screen reader. */
export function ProblemList({ problems }: { problems: Record<string, string> | undefined }) {
  const t = useWords().people
  const entries = Object.entries(problems ?? {})
  if (entries.length === 0) return null
  return (
    <Note kind="wrong" role="alert" title={t.summary(entries.length)}>
      <ul className="plain flow-s">
        {entries.map(([field, sentence]) => (
          <li key={field}>
            {field === 'form' ? (
              sentence
            ) : (
              <a className="ic" href={`#${field}`}>
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Note>
  )
}
