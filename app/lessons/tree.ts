import type { QuestionNode } from '#app/questions/question-node.ts'

export type Place = { line: number; column: number }

/** An attribute as the MDX parser gives it: a plain string, a bare word (null), or code (anything else). */
export type Attribute = { type: string; name?: string; value?: unknown; position?: Node['position'] }

/** A node of the Markdown tree, loosely typed: what it may be is decided by the allow-list, not by the parser's types. */
export type Node = {
  type: string
  children?: Node[]
  value?: string
  name?: string | null
  attributes?: Attribute[]
  url?: string
  title?: string | null
  lang?: string | null
  meta?: string | null
  depth?: number
  ordered?: boolean | null
  start?: number | null
  spread?: boolean | null
  checked?: boolean | null
  align?: Array<string | null> | null
  data?: Record<string, unknown>
  position?: { start: Place & { offset?: number }; end: Place & { offset?: number } }
}

export function placeOf(node: { position?: Node['position'] }, fallback: Place = { line: 1, column: 1 }): Place {
  const start = node.position?.start
  return start ? { line: start.line, column: start.column } : fallback
}

export function isComponent(node: Node, name?: string): boolean {
  const isJsx = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement'
  return isJsx && (name === undefined || node.name === name)
}

/** Attributes of a component that passed the allow-list: text, or true for a bare word. */
export function attributesOf(node: Node): Record<string, string | true> {
  const pairs = (node.attributes ?? []).map(({ name, value }): [string, string | true] => [
    name ?? '',
    typeof value === 'string' ? value : true,
  ])
  return Object.fromEntries(pairs)
}

/** Our loose node as the parser's own type. Everything after the allow-list is one of those. */
export function isRootContent(node: Node): node is Node & QuestionNode['children'][number] {
  return node.type !== 'root'
}
