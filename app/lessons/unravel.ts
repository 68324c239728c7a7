import { rules } from '#app/lessons/rules.ts'
import { isComponent, type Node } from '#app/lessons/tree.ts'

/**
 * Components written one after another on a single line are blocks too: `<Compare><Side>…</Side><Side>…</Side></Compare>`.
 * The MDX parser does this for paragraphs only.
 */
export function unravel(node: Node): void {
  const children = node.children ?? []
  const holds = rules.get(node.name ?? '')?.holds
  const isBlank = (child: Node) => child.type === 'text' && (child.value ?? '').trim() === ''
  if (
    node.type === 'mdxJsxFlowElement' &&
    holds &&
    holds !== 'words' &&
    children.every((child) => isComponent(child) || isBlank(child))
  ) {
    node.children = children.filter((child) => !isBlank(child))
    for (const child of node.children) child.type = 'mdxJsxFlowElement'
  }
  for (const child of node.children ?? []) unravel(child)
}
