import { ZodError } from 'zod'
import { answerFrom } from '#app/questions/answer-from.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import type { FormFields, Question } from '#app/questions/question.ts'

/** What the fields answer, null for nothing; or that no form of ours sends them. */
export function readAnswer(question: Question, fields: FormFields): { answer: unknown } | { isBad: true } {
  try {
    return { answer: answerFrom(question, fields) }
  } catch (problem) {
    if (problem instanceof BadAnswer || problem instanceof ZodError) return { isBad: true }
    throw problem
  }
}
