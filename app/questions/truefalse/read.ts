import type { ChoiceSpec } from '#app/questions/choice/option.ts'
import { readOptions } from '#app/questions/choice/read-options.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import { looksLike } from '#app/questions/typed/looks-like.ts'

const orders = [
  ['dung', 'sai'],
  ['true', 'false'],
]

export function readTrueFalse(node: QuestionNode): ChoiceSpec {
  const options = readOptions(node)
  const words = options.map((option) => looksLike(option.html))
  if (!orders.some((order) => order.join() === words.join())) node.refuse(node, 'truefalse-order')
  const right = options.filter((option) => option.isRight).length
  if (right !== 1) node.refuse(node, 'single-right', { count: String(right) })
  return { options }
}
