import type { ExamRules } from '#app/courses/course-sheet.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Note } from '#app/ui/note.tsx'

/** The course's rules in words. */
export function ExamRulesList({ rules, questions }: { rules: ExamRules; questions: number }) {
  const t = useWords().attempts.start
  const isEndless = rules.attempts === null && rules.waitHours === 0
  return (
    <Note title={t.rules}>
      <ul>
        <li>{t.questions(questions)}</li>
        <li>{t.pass(rules.passPercent)}</li>
        {rules.mustBeRight === 'none' ? null : <li>{t[rules.mustBeRight]}</li>}
        <li>{rules.timeLimitMinutes === null ? t.noLimit : t.limit(rules.timeLimitMinutes)}</li>
        {rules.timeLimitMinutes === null ? null : <li>{t.clock}</li>}
        {rules.attempts === null ? null : <li>{t.attempts(rules.attempts)}</li>}
        {rules.waitHours > 0 ? <li>{t.wait(rules.waitHours)}</li> : null}
        {isEndless ? <li>{t.endless}</li> : null}
        <li>{t.saved}</li>
      </ul>
    </Note>
  )
}
