import { kindOf } from '#app/questions/kinds.ts'
import { kindAttributes, type QuestionKindName } from '#app/questions/question.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'

/** Reads a <Question> into its prompt and its spec, or refuses it at the place where it is wrong. */
export function readQuestion(kindName: QuestionKindName, node: QuestionNode): { promptHtml: string; spec: unknown } {
  const kind = kindOf(kindName)
  for (const attribute of kindAttributes) {
    if (attribute in node.attributes && !kind.attributes.includes(attribute)) {
      node.refuse(node, 'attribute-not-here', { attribute, kind: kindName })
    }
  }
  const spec = kind.read(node)
  const prompt = kind.prompt(node)
  if (prompt.length === 0 && kindName !== 'gap') node.refuse(node, 'prompt-missing')
  return { promptHtml: node.html(prompt), spec }
}
