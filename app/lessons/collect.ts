import { fold } from '#app/i18n/fold.ts'
import { addressKind } from '#app/lessons/address.ts'
import type { GlossaryTerm } from '#app/lessons/lesson-document.ts'
import { plainText } from '#app/lessons/plain-text.ts'
import { rules } from '#app/lessons/rules.ts'
import { attributesOf, isComponent, type Node } from '#app/lessons/tree.ts'

export function* everyNode(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node
    yield* everyNode(node.children ?? [])
  }
}

/** Paths of the course's media that a tree uses, each once, sorted. */
export function mediaOf(nodes: readonly Node[]): string[] {
  const paths = new Set<string>()
  for (const node of everyNode(nodes)) {
    if (node.type === 'link' && node.url && addressKind(node.url) === 'media') paths.add(node.url)
    if (!isComponent(node)) continue
    const known = rules.get(node.name ?? '')?.attributes ?? {}
    for (const [name, value] of Object.entries(attributesOf(node))) {
      if (known[name]?.kind === 'media' && typeof value === 'string') paths.add(value)
    }
  }
  return [...paths].sort()
}

/** The explained words, in order, each once: the first explanation holds. */
export function glossaryOf(nodes: readonly Node[], idOf: (term: string) => string): GlossaryTerm[] {
  const terms = new Map<string, GlossaryTerm>()
  for (const node of everyNode(nodes)) {
    if (!isComponent(node, 'Term')) continue
    const term = plainText(node.children ?? [])
    const key = fold(term)
    if (!terms.has(key)) terms.set(key, { id: idOf(term), term, meaning: String(attributesOf(node).meaning) })
  }
  return [...terms.values()]
}
