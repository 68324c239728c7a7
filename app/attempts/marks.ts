import type { Paper } from '#app/attempts/paper.ts'
import type { ExamRules } from '#app/courses/course-sheet.ts'
import { noCredit } from '#app/questions/credit.ts'
import { markAnswer } from '#app/questions/mark.ts'
import type { Mark, Question } from '#app/questions/question.ts'

export type Marks = {
  /** Thousandths of the whole, rounded down: what is not reached is never shown as reached. */
  credit: number
  isPassed: boolean
  /** Questions that had to be right and were not. */
  mustBeRight: string[]
  perQuestion: ReadonlyMap<string, Mark>
}

export type Rules = Pick<ExamRules, 'passPercent' | 'mustBeRight'>

/** Marks a paper by the course's rules. Pure; knows the key, so it only ever runs on the server. */
export function marksOf(paper: Paper, answers: ReadonlyMap<string, unknown>, rules: Rules): Marks {
  const perQuestion = new Map(paper.questions.map(({ question }) => [question.id, markOf(question, answers)]))
  const questions = paper.questions.map(({ question }) => question)
  const points = sum(questions.map((question) => question.points))
  const earned = sum(questions.map((question) => question.points * (perQuestion.get(question.id)?.credit ?? 0)))
  const mustBeRight = questions
    .filter((question) => isRequired(question, rules.mustBeRight) && !perQuestion.get(question.id)?.isRight)
    .map((question) => question.id)
  const isEnough = points > 0 && earned * 100 >= rules.passPercent * points * 1000
  return {
    credit: points > 0 ? Math.floor(earned / points) : 0,
    isPassed: isEnough && mustBeRight.length === 0,
    mustBeRight,
    perQuestion,
  }
}

function markOf(question: Question, answers: ReadonlyMap<string, unknown>): Mark {
  const answer = answers.get(question.id) ?? null
  return answer === null ? noCredit : markAnswer(question, answer)
}

export function isRequired(question: Question, rule: Rules['mustBeRight']) {
  return (rule === 'scenario' && question.isScenario) || (rule === 'marked' && question.mustBeRight)
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0)
}
