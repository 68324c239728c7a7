import { attributesOf, isComponent, type Node } from '#app/lessons/tree.ts'

/** The words of nodes, without marks, blocks on lines of their own. Pictures speak through their `alt`. */
export function plainText(nodes: readonly Node[]): string {
  return nodes
    .map(textOf)
    .join('')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim()
}

const blocks = new Set(['paragraph', 'heading', 'listItem', 'tableRow', 'code', 'blockquote', 'mdxJsxFlowElement'])

function textOf(node: Node): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'thematicBreak') return ''
  if (isComponent(node, 'Why')) return ''
  if (typeof node.value === 'string') return blocks.has(node.type) ? `${node.value}\n` : node.value
  const inside = (node.children ?? []).map(textOf).join(node.type === 'tableRow' ? ' · ' : '')
  const words = isComponent(node) ? spoken(node, inside) : inside
  return blocks.has(node.type) ? `${words}\n` : words
}

function spoken(node: Node, inside: string): string {
  const { title, alt, from, meaning } = attributesOf(node)
  if (node.name === 'Phone') return `${String(alt)}\n`
  if (node.name === 'Term') return `${inside} (${String(meaning)})`
  const before = [title, from, alt].filter((words) => typeof words === 'string' && words !== '')
  return [...before, inside].join('\n')
}
