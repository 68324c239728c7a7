import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** Three lines: what happened, what to do now (each sentence says both, and leads to its box), whom to ask. */
export function DeskRefused({ problems }: { problems: Record<string, string> | undefined }) {
  const t = useWords().units
  const entries = Object.entries(problems ?? {})
  if (entries.length === 0) return null
  return (
    <Note kind="wrong" role="alert" title={t.desk.refused}>
      <ul className="plain flow-s">
        {entries.map(([field, sentence]) => (
          <li key={field}>
            {field.startsWith('form') ? (
              sentence
            ) : (
              <a className="ic" href={`#${field}`}>
                {sentence}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>{t.askWhom}</p>
    </Note>
  )
}
