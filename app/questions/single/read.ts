import type { ChoiceSpec } from '#app/questions/choice/option.ts'
import { readOptions } from '#app/questions/choice/read-options.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'

export function readSingle(node: QuestionNode): ChoiceSpec {
  const options = readOptions(node)
  const right = options.filter((option) => option.isRight).length
  if (right !== 1) node.refuse(node, 'single-right', { count: String(right) })
  return { options }
}
