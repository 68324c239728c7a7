import { fittingAnswer } from '#app/questions/answer-from.ts'
import { askQuestion, seedOf } from '#app/questions/ask.ts'
import { markAnswer } from '#app/questions/mark.ts'
import type { Question, Reviewed } from '#app/questions/question.ts'
import { storedSpec } from '#app/questions/stored-spec.ts'

/** Everything about a closed question, key and explanations, in the order it was asked in. Null: it was not answered. */
export function reviewQuestion(question: Question, seed: string, answer: unknown): Reviewed {
  const { kind, spec } = storedSpec(question)
  const given = answer === null ? null : fittingAnswer(question, answer)
  return {
    ...askQuestion(question, seed),
    answer: given,
    mark: given === null ? null : markAnswer(question, given),
    review: kind.review(spec, seedOf(question, seed), given),
    whyHtml: question.whyHtml,
  }
}
