import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { AskedOfMe } from '#app/requirements/learner/asked-of-me.ts'
import { Note } from '#app/ui/note.tsx'

export type AskedHere = Pick<AskedOfMe, 'askedBy' | 'decisionNumber' | 'dueDay' | 'standing'>

/** On the page of a course: who asks for it, by when, by which document. */
export function AskedHereNote({ asked: { askedBy, decisionNumber, dueDay, standing } }: { asked: AskedHere }) {
  const t = useWords().mustLearn.course
  const day = formatDay(dueDay, useLocale())
  if (standing === 'done' || standing === 'done-late')
    return <Note kind="right" title={t.done(askedBy, decisionNumber)} />
  if (standing === 'excused') return <Note icon="flag" title={t.excused(askedBy, decisionNumber)} />
  if (standing === 'overdue') return <Note kind="wrong" icon="warn" title={t.late(askedBy, day, decisionNumber)} />
  return <Note icon="cal" title={t.asked(askedBy, day, decisionNumber)} />
}
