import type { Allowed } from '#app/lessons/allow-list.ts'
import { plainText } from '#app/lessons/plain-text.ts'
import { isQuestion } from '#app/lessons/rules.ts'
import { attributesOf, isComponent, type Node, placeOf } from '#app/lessons/tree.ts'

/** What stands at the top of the file: cards in a lesson, questions alone in a bank, every question's id once. */
export function checkShape(root: Node, { kind, report }: Allowed): void {
  const children = root.children ?? []
  const questions = children.filter((child) => isComponent(child) && isQuestion(child.name))
  checkIds(questions, report)
  if (kind === 'bank') {
    for (const child of children) if (!questions.includes(child)) report(placeOf(child), 'bank-holds')
    if (children.length === 0) report({ line: 1, column: 1 }, 'bank-empty')
    return
  }
  if (kind === 'handout') for (const question of questions) report(placeOf(question), 'handout-question')
  const first = children.findIndex(isCardHead)
  const before = first === -1 ? children : children.slice(0, first)
  const [early] = before
  if (early) report(placeOf(early), 'before-first-card')
  else if (first === -1) report({ line: 1, column: 1 }, 'no-cards')
  for (const head of children.filter(isCardHead)) checkHead(head, report)
}

export function isCardHead(node: Node): boolean {
  return node.type === 'heading' && node.depth === 2
}

function checkHead(head: Node, report: Allowed['report']) {
  if (plainText([head]).trim() === '') return report(placeOf(head), 'heading-empty')
  const plain = new Set(['text', 'strong', 'emphasis', 'inlineCode'])
  const strange = head.children?.find((child) => !plain.has(child.type))
  if (strange) report(placeOf(strange), 'heading-plain')
}

function checkIds(questions: Node[], report: Allowed['report']) {
  const seen = new Set<string>()
  for (const question of questions) {
    const { id } = attributesOf(question)
    if (typeof id !== 'string') continue
    if (seen.has(id)) report(placeOf(question), 'id-twice', { id })
    seen.add(id)
  }
}
