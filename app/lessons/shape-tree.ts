import { isBlock } from '#app/lessons/check-component.ts'
import { rules } from '#app/lessons/rules.ts'
import { attributesOf, isComponent, type Node } from '#app/lessons/tree.ts'

/**
 * Turns Markdown inside components into the parts those components are drawn from: rows of a phone, ticks, signs.
 * Runs only on a tree that passed the allow-list; the names made here cannot be written in a lesson.
 */
export function shapeNodes(nodes: readonly Node[], tableLabel: () => string): Node[] {
  return nodes.flatMap((node) => shapeNode(node, tableLabel))
}

export function part(name: string, children: Node[], attributes: Record<string, string> = {}): Node {
  const pairs = Object.entries(attributes)
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: pairs.map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value })),
    children,
    data: { _mdxExplicitJsx: true },
  }
}

function shapeNode(node: Node, tableLabel: () => string): Node[] {
  const children = shapeNodes(inParagraphs(node), tableLabel)
  if (node.type === 'table') return [part('TableRegion', [shapeTable({ ...node, children })], { label: tableLabel() })]
  if (node.type === 'code') return [{ ...node, lang: null, meta: null }]
  if (!isComponent(node)) return [{ ...node, children }]
  const shape = node.name ? shapes[node.name] : undefined
  const shaped = { ...node, children: shape ? shape(node, children) : children }
  if (node.type === 'mdxJsxFlowElement' && (node.name === 'Term' || node.name === 'Sign')) {
    return [{ type: 'paragraph', children: [{ ...shaped, type: 'mdxJsxTextElement' }] }]
  }
  if (node.type === 'mdxJsxTextElement' && node.name !== 'Term' && node.name !== 'Sign') return [isInWords(shaped)]
  return [shaped]
}

/** Words that stand bare in a component that holds blocks become a paragraph; a lone paragraph in one that holds words opens. */
function inParagraphs(node: Node): Node[] {
  const children = node.children ?? []
  const holds = isComponent(node) ? rules.get(node.name ?? '')?.holds : undefined
  const [only] = children
  if (holds === 'words' && children.length === 1 && only?.type === 'paragraph') return only.children ?? []
  if (!holds || holds === 'words' || node.type === 'mdxJsxTextElement') return children
  const blocks: Node[] = []
  for (const child of children) {
    const last = blocks.at(-1)
    const isWords = !isBlock(child) && !(isComponent(child) && child.type === 'mdxJsxFlowElement')
    if (!isWords) blocks.push(child)
    else if (last?.data?.isBare) last.children?.push(child)
    else blocks.push({ type: 'paragraph', children: [child], data: { isBare: true }, position: child.position })
  }
  return blocks
}

const isInWords = (node: Node): Node => ({
  ...node,
  attributes: [...(node.attributes ?? []), { type: 'mdxJsxAttribute', name: 'inWords', value: null }],
})

/**
 * Alignment as a class: the MDX compiler would write an inline style, which the page's policy forbids.
 * Rows are as long as the head.
 */
function shapeTable(table: Node): Node {
  const [head] = table.children ?? []
  const rows = (table.children ?? []).map((row) => ({
    ...row,
    children: (head?.children ?? []).map((_, column) => {
      const cell = row.children?.[column] ?? { type: 'tableCell', children: [] }
      return table.align?.[column] === 'right' ? { ...cell, data: { hProperties: { className: ['num'] } } } : cell
    }),
  }))
  return { ...table, align: null, children: rows }
}

const itemsOf = (list: Node): Node[] => list.children ?? []

/** What an item says: a lone paragraph's words, or its blocks. */
function inItem(item: Node): Node[] {
  const [only, ...more] = item.children ?? []
  return only?.type === 'paragraph' && more.length === 0 ? (only.children ?? []) : (item.children ?? [])
}

const shapes: Readonly<Record<string, (node: Node, children: Node[]) => Node[]>> = {
  Phone: (_, children) =>
    children.flatMap((child) => {
      if (child.type === 'list') return itemsOf(child).map(phoneRow)
      return child.type === 'paragraph' ? [part('PhoneText', child.children ?? [])] : [child]
    }),
  Checklist: (_, children) =>
    children.map((child) =>
      child.type === 'list'
        ? part(
            'Ticks',
            itemsOf(child).map((item) => part('Tick', inItem(item))),
          )
        : child,
    ),
  Side: (node, children) => {
    const isReal = attributesOf(node).kind === 'real'
    return children.map((child) => {
      if (child.type !== 'list') return child
      const points = itemsOf(child)
      if (child.ordered)
        return part(
          'Signs',
          points.map((item, at) => part('SignPoint', inItem(item), { n: String(at + 1) })),
        )
      return isReal
        ? part(
            'GoodPoints',
            points.map((item) => part('GoodPoint', inItem(item))),
          )
        : child
    })
  },
}

/** A row that is all bold is the one to press. */
function phoneRow(item: Node): Node {
  const words = inItem(item)
  const [only, ...more] = words
  const isHit = only?.type === 'strong' && more.length === 0
  return part('PhoneRow', isHit ? (only.children ?? []) : words, isHit ? { hit: 'hit' } : {})
}
