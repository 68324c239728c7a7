import { BadAnswer } from '#app/questions/bad-answer.ts'
import type { FormFields, Question } from '#app/questions/question.ts'
import { storedSpec } from '#app/questions/stored-spec.ts'

/** More than any form of ours sends, little enough to store. */
const limits = { fields: 20, characters: 1_000 }

/**
 * What a form's fields answer to this question; null when nothing was answered. Fields of other questions
 * are left alone. Throws a BadAnswer on what no form of ours sends.
 */
export function answerFrom(question: Question, fields: FormFields): unknown | null {
  const own = ownFields(question.id, fields)
  const answer = storedSpec(question).kind.answerFrom(own)
  return answer === null ? null : fittingAnswer(question, answer)
}

/** An answer as its kind's schema reads it, about nothing but what was asked. Throws a BadAnswer. */
export function fittingAnswer(question: Question, answer: unknown): unknown {
  const { kind, spec } = storedSpec(question)
  const parsed = kind.answerSchema.safeParse(answer)
  if (!parsed.success || !kind.fits(spec, parsed.data)) throw new BadAnswer('not an answer to this question')
  return parsed.data
}

/** The fields named `answer.<id>` or `answer.<id>.<part>`; of the name only the part is kept. */
function ownFields(id: string, fields: FormFields): FormFields {
  const whole = `answer.${id}`
  const own: Array<readonly [string, string]> = []
  for (const [name, value] of fields) {
    if (name !== whole && !name.startsWith(`${whole}.`)) continue
    if (value.length > limits.characters) throw new BadAnswer('the answer is too long')
    own.push([name.slice(whole.length + 1), value])
  }
  if (own.length > limits.fields) throw new BadAnswer('too many fields')
  return own
}
