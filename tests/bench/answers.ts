import { answerFrom } from '#app/questions/answer-from.ts'
import { markAnswer } from '#app/questions/mark.ts'
import type { Question } from '#app/questions/question.ts'
import { type Fields, rightFields, wrongFields } from '#tests/answers.ts'

/** What a form sends for the right answer, and for one that earns nothing where the kind has a simple one. */
export function answersTo(question: Question): { right: Fields; wrong: Fields | null } {
  const right = rightFields(question)
  const wrong = isChoice(question) ? wrongFields(question) : null
  if (creditOf(question, right) !== 1000) throw new Error(`${question.id}: the right answer is not marked right`)
  if (wrong && creditOf(question, wrong) !== 0) throw new Error(`${question.id}: the wrong answer earns something`)
  return { right, wrong }
}

function creditOf(question: Question, fields: Fields) {
  return markAnswer(question, answerFrom(question, fields)).credit
}

function isChoice({ kind }: Question) {
  return kind === 'single' || kind === 'truefalse' || kind === 'multiple'
}
