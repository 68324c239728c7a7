import { readOptions } from '#app/questions/choice/read-options.ts'
import type { MultipleSpec } from '#app/questions/multiple/spec.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'

export function readMultiple(node: QuestionNode): MultipleSpec {
  const { part } = node.attributes
  if (part !== undefined && part !== 'all') node.refuse(node, 'part-unknown')
  const options = readOptions(node)
  if (!options.some((option) => option.isRight)) node.refuse(node, 'multiple-none-right')
  if (options.every((option) => option.isRight)) node.refuse(node, 'multiple-all-right')
  return { options, allOrNothing: part === 'all' }
}
