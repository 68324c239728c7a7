import { joinStudy, type StudyRow, studyRow } from '#app/enrolments/study.ts'
import type { Dice } from '#tests/demo/dice.ts'
import type { Taught } from '#tests/demo/taught.ts'
import { note, type Work } from '#tests/demo/work.ts'

type Learner = { personId: string; editionId: string }
const longestPiece = 600

/** Somebody goes through a lesson from a moment on: opens it, studies long enough, answers its questions, reads to the end. */
export function study(
  dice: Dice,
  work: Work,
  learner: Learner,
  { facts, practice }: Taught,
  lesson: string,
  from: Date,
) {
  const sheet = facts.sheet.lessons.find((one) => one.lesson === lesson)
  const floor = Math.ceil(((sheet?.minutes ?? 0) * 60 * facts.sheet.completion.minutesPercent) / 100)
  let left = Math.max(floor, 240) + dice.between(5, 300)
  let at = from
  let row: StudyRow = studyRow({ lesson, kind: 'opened', at, seconds: 0 })
  note(work, learner, at, (common) => ({ ...common, kind: 'lesson.opened', lesson }))
  while (left > 0) {
    const seconds = Math.min(longestPiece, left)
    left -= seconds
    at = new Date(at.getTime() + seconds * 1000)
    row = joinStudy(row, studyRow({ lesson, kind: 'studied', at, seconds }))
    note(work, learner, at, (common) => ({ ...common, kind: 'lesson.studied', lesson, seconds }))
  }
  for (const { question, right, wrong } of practice.get(lesson) ?? []) {
    at = new Date(at.getTime() + dice.between(8, 40) * 1000)
    const { fields, answer, credit } = dice.isLucky(0.75) ? right : wrong
    const eventId = note(work, learner, at, (common) => ({
      ...common,
      kind: 'practice.answered',
      lesson,
      question,
      fields,
    }))
    const marked = { answer, credit, bestCredit: credit, answeredAt: at, eventId }
    work.practice.push({ ...learner, lesson, question, ...marked })
  }
  row = joinStudy(row, studyRow({ lesson, kind: 'read', at, seconds: 0 }))
  note(work, learner, at, (common) => ({ ...common, kind: 'lesson.read', lesson }))
  work.progress.push({ ...learner, lesson, ...row })
}
