import { v7 as uuid } from 'uuid'
import { deadlineOf } from '#app/attempts/deadline.ts'
import { drawPaper } from '#app/attempts/draw.ts'
import { marksOf } from '#app/attempts/marks.ts'
import type { Dice } from '#tests/demo/dice.ts'
import type { Taught } from '#tests/demo/taught.ts'
import { note, type Work } from '#tests/demo/work.ts'

type Learner = { personId: string; editionId: string }
type Asked = { number: number; openedAt: Date; skill: number }

/** An attempt from its opening to its marks, by the app's own draw and marking. Tells whether it was passed, and when it closed. */
export function sit(dice: Dice, work: Work, learner: Learner, course: Taught, { number, openedAt, skill }: Asked) {
  const { sheet, lessons } = course.facts
  const paper = drawPaper([...lessons], sheet.exam.perLesson, course.pool, uuid())
  const { timeLimitMinutes, key: exam } = sheet.exam
  const deadlineAt = deadlineOf({ openedAt, timeLimitMinutes, extraPercent: 0, windows: [] })
  const attempt = uuid()
  note(work, learner, openedAt, (common) => ({
    ...common,
    kind: 'attempt.opened',
    attempt,
    exam,
    number,
    paper: { seed: paper.seed, questions: paper.questions.map(({ question }) => question.id) },
    deadline: deadlineAt?.toISOString() ?? null,
  }))
  const given = new Map<string, unknown>()
  let at = openedAt
  for (const [place, { question }] of paper.questions.entries()) {
    const asked = course.exam.get(question.id)
    if (!asked) throw new Error(`${question.id} is not in the pool`)
    const { fields, answer } = dice.isLucky(skill) ? asked.right : asked.wrong
    const said = { attempt, question: question.id, sequence: place + 1 }
    at = new Date(at.getTime() + dice.between(15, 70) * 1000)
    const eventId = note(work, learner, at, (common) => ({ ...common, kind: 'attempt.answered', ...said, fields }))
    work.answers.push({
      attemptId: attempt,
      question: question.id,
      isLate: false,
      answer,
      sequence: place + 1,
      eventId,
      receivedAt: at,
    })
    given.set(question.id, answer)
  }
  const closedAt = new Date(at.getTime() + 5000)
  note(work, learner, closedAt, (common) => ({ ...common, kind: 'attempt.submitted', attempt }))
  note(work, learner, closedAt, (common) => ({ ...common, kind: 'attempt.closed', attempt, by: 'learner' }))
  const { credit, isPassed } = marksOf(paper, given, sheet.exam)
  const row = { id: attempt, ...learner, exam, number, paper, openedAt, deadlineAt }
  work.attempts.push({ ...row, submittedAt: closedAt, closedAt, credit, isPassed })
  return { isPassed, closedAt }
}
