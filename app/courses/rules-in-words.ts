import type { CourseSheet, ExamRules } from '#app/courses/course-sheet.ts'
import type { Messages } from '#app/i18n/messages.ts'

type Words = Messages['courses']['course']

/** What one must do to pass, one sentence a line: the exam, then what the lessons ask. */
export function passingInWords({ exam, completion, lessons }: CourseSheet, t: Words): string[] {
  const must = { none: null, scenario: t.passScenario, marked: t.passMarked }[exam.mustBeRight]
  const hasPractice = completion.practice && lessons.some((lesson) => lesson.questions.length > 0)
  return [
    [t.passPercent(exam.passPercent), must].filter((part) => part !== null).join(t.and),
    hasPractice ? t.practice : null,
    completion.minutesPercent > 0 ? t.minutesPercent(completion.minutesPercent) : null,
  ].filter((line) => line !== null)
}

/** How often the exam may be taken, and how long one waits in between. */
export function retakesInWords({ attempts, waitHours }: Pick<ExamRules, 'attempts' | 'waitHours'>, t: Words): string {
  const often = attempts === null ? t.againFreely : t.attempts(attempts)
  return waitHours > 0 && attempts !== 1 ? `${often}, ${t.wait(waitHours)}` : often
}
