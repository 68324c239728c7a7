import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

type Trouble = {
  slug: string
  at: Date
  problems: Array<{ file: string; line: number; column: number; message: string }>
}

/** What stood in the way of loading, as an editor reads it: file:line:column message. */
export function LoadTroubles({ troubles }: { troubles: Trouble[] }) {
  const t = useWords().administration.courses
  const locale = useLocale()
  if (troubles.length === 0) return <Note kind="right" title={t.noTroubles} />
  return (
    <section className="flow">
      <h2>{t.troubles}</h2>
      <p>{t.troublesWhy}</p>
      {troubles.map(({ slug, at, problems }) => (
        <Note key={slug} kind="warn" title={t.troubleAt(slug, formatMoment(at, locale))}>
          <ul className="plain flow-s" lang="vi">
            {problems.map(({ file, line, column, message }) => (
              <li key={`${file}:${line}:${column} ${message}`}>
                <code>
                  {file}:{line}:{column}
                </code>{' '}
                {message}
              </li>
            ))}
          </ul>
        </Note>
      ))}
    </section>
  )
}
