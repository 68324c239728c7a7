import type { Nodes } from 'mdast'
import type { QuestionNode } from '#app/questions/question-node.ts'

/** Where a piece of a question stands; where the question does, if the parser did not say. */
export function placeOf(node: QuestionNode, piece: Nodes | undefined): { line: number; column: number } {
  return piece?.position?.start ?? { line: node.line, column: node.column }
}
