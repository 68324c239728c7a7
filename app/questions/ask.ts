import type { AskedQuestion, Question } from '#app/questions/question.ts'
import { storedSpec } from '#app/questions/stored-spec.ts'

/** What a learner may see of a question: nothing of the key. The seed orders the options, for each question differently. */
export function askQuestion(question: Question, seed: string): AskedQuestion {
  const { kind, spec } = storedSpec(question)
  const { id, promptHtml, points, isScenario, title } = question
  return { id, kind: question.kind, promptHtml, points, isScenario, title, ask: kind.ask(spec, seedOf(question, seed)) }
}

/** Two questions of one paper are shuffled apart from each other. */
export function seedOf(question: Question, seed: string): string {
  return `${seed}/${question.id}`
}
