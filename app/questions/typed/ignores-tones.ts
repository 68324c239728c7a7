import type { QuestionNode } from '#app/questions/question-node.ts'

export function ignoresTones(node: QuestionNode): boolean {
  const { tones } = node.attributes
  if (tones !== undefined && tones !== 'ignore') node.refuse(node, 'tones-unknown')
  return tones === 'ignore'
}
