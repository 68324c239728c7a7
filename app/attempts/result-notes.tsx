import type { Result } from '#app/attempts/result.ts'
import type { Missing } from '#app/enrolments/completion.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

export function LateNote({ places }: { places: number[] }) {
  const t = useWords().attempts.result
  return (
    <Note kind="warn" title={t.late(places.join(', '))}>
      <p>{t.lateNow}</p>
    </Note>
  )
}

/** The exam is passed, but the course asks for more. */
export function MissingNote({ missing, result }: { missing: Missing; result: Result }) {
  const t = useWords().attempts.result
  const titles = new Map(result.byLesson.map(({ lesson, title }) => [lesson, title]))
  const named = (lessons: string[]) => lessons.map((lesson) => titles.get(lesson) ?? lesson).join('; ')
  return (
    <Note kind="warn" title={t.missing}>
      {missing.read.length > 0 ? <p>{t.missingRead(named(missing.read))}</p> : null}
      {missing.practice.length > 0 ? <p>{t.missingPractice(named(missing.practice))}</p> : null}
      {missing.minutes.length > 0 ? <p>{t.missingMinutes(named(missing.minutes))}</p> : null}
    </Note>
  )
}
