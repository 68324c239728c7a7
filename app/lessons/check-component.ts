import type { Context } from '#app/lessons/allow-list.ts'
import { checkAttributes } from '#app/lessons/check-attributes.ts'
import { type ComponentRule, isQuestion, rules } from '#app/lessons/rules.ts'
import { isComponent, type Node, placeOf } from '#app/lessons/tree.ts'

/** One component: is it registered, may it stand here, are its attributes and its children what its rule says? */
export function checkComponent(node: Node, context: Context): void {
  const { allowed, components } = context
  const name = node.name ?? ''
  const at = placeOf(node)
  const rule = rules.get(name)
  if (!rule) {
    const isHtml = /^[a-z]/.test(name)
    if (isHtml || name === '') allowed.report(at, 'html', { name: `<${name}>` })
    else allowed.report(at, 'component-unknown', { name, known: [...rules.keys()].join(', ') })
  } else checkPlace(node, rule, context)
  // A name inside something unknown is still read, so that every fault of a file shows at once.
  checkAttributes(node, rule, allowed)
  if (rule) checkHeld(node, rule, context)
  if (isQuestion(name) && components.length === 0) checkWhy(node, context)
}

function checkPlace(node: Node, rule: ComponentRule, { allowed, ancestors, components }: Context) {
  const name = node.name ?? ''
  const at = placeOf(node)
  const place = components.at(-1) ?? 'card'
  if (!rule.within.includes(place)) {
    const places = rule.within.map((within) => (within === 'card' ? '##' : `<${within}>`)).join(', ')
    return allowed.report(at, rule.isTopLevel ? 'component-not-top' : 'component-place', { name, places })
  }
  if (rule.isInline) return
  const parent = ancestors.at(-1)
  if (node.type === 'mdxJsxTextElement') return allowed.report(at, 'component-in-words', { name })
  const isAlone = parent?.type === 'root' || (parent !== undefined && isComponent(parent))
  if (!isAlone) allowed.report(at, rule.isTopLevel ? 'component-not-top' : 'component-in-list', { name })
}

function checkHeld(node: Node, rule: ComponentRule, { allowed }: Context) {
  const name = node.name ?? ''
  const children = node.children ?? []
  const isEmpty = children.length === 0
  if (isEmpty) return allowed.report(placeOf(node), 'component-empty', { name })
  if (rule.holds === 'words') {
    const block = children.find((child) => isBlock(child) && !(child.type === 'paragraph' && children.length === 1))
    if (block) allowed.report(placeOf(block), 'component-words-only', { name })
    return
  }
  if (rule.holds === 'blocks') return
  const { only, least, most } = rule.holds
  const known = only.map((child) => (/^[A-Z]/.test(child) ? `<${child}>` : child)).join(', ')
  for (const child of children) {
    const isWords = only.includes('paragraph') && !isBlock(child) && !isComponent(child)
    const isKnown = isWords || only.includes(isComponent(child) ? (child.name ?? '') : child.type)
    if (!isKnown) allowed.report(placeOf(child), 'component-holds', { name, only: known })
  }
  if (children.length < least || children.length > most) {
    allowed.report(placeOf(node), 'component-count', { name, only: known, least: String(least), most: String(most) })
  }
}

/** One <Why>, at the end: learners are always told why. */
function checkWhy(node: Node, { allowed }: Context) {
  const children = node.children ?? []
  const whys = children.filter((child) => isComponent(child, 'Why'))
  if (whys.length === 0) allowed.report(placeOf(node), 'why-missing', { name: node.name ?? '' })
  else if (whys.length > 1) allowed.report(placeOf(whys[1] ?? node), 'why-twice')
  else if (children.at(-1) !== whys[0]) allowed.report(placeOf(whys[0] ?? node), 'why-last')
}

const blocks = new Set(['paragraph', 'list', 'table', 'blockquote', 'heading', 'code', 'thematicBreak'])

export function isBlock(node: Node): boolean {
  return blocks.has(node.type) || (node.type === 'mdxJsxFlowElement' && !rules.get(node.name ?? '')?.isInline)
}
