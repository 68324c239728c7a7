import { fittingAnswer } from '#app/questions/answer-from.ts'
import { noCredit } from '#app/questions/credit.ts'
import type { Mark, Question } from '#app/questions/question.ts'
import { storedSpec } from '#app/questions/stored-spec.ts'

/** The mark for an answer of `answerFrom`, fresh or stored; nothing answered earns nothing. Throws a BadAnswer on any other. */
export function markAnswer(question: Question, answer: unknown): Mark {
  if (answer === null) return noCredit
  const { kind, spec } = storedSpec(question)
  return kind.mark(spec, fittingAnswer(question, answer))
}
