import { addressKind } from '#app/lessons/address.ts'
import { checkComponent } from '#app/lessons/check-component.ts'
import { checkShape } from '#app/lessons/check-shape.ts'
import type { FindingCode, Report } from '#app/lessons/finding.ts'
import { hasHidden } from '#app/lessons/hidden-characters.ts'
import type { SourceKind } from '#app/lessons/lesson-document.ts'
import { deepest } from '#app/lessons/nesting.ts'
import { isComponent, type Node, type Place, placeOf } from '#app/lessons/tree.ts'

export type Allowed = { kind: SourceKind; media: ReadonlySet<string>; report: Report }

/**
 * The boundary: walks the whole tree and reports whatever is not Markdown, GFM or a registered component with literal
 * attributes. It refuses and never strips; only a tree without a single finding is ever evaluated.
 */
export function checkTree(root: Node, allowed: Allowed): void {
  checkShape(root, allowed)
  for (const child of root.children ?? []) checkNode(child, { allowed, ancestors: [root], components: [] })
}

export type Context = { allowed: Allowed; ancestors: readonly Node[]; components: readonly string[] }

function checkNode(node: Node, context: Context): void {
  const { allowed, ancestors, components } = context
  const at = placeOf(node, placeOf(ancestors.at(-1) ?? node))
  if (ancestors.length > deepest) {
    allowed.report(at, 'too-deep', { most: String(deepest) })
    return
  }
  if (isComponent(node)) checkComponent(node, context)
  else checkMarkdown(node, context, at)
  const inside = isComponent(node) ? [...components, node.name ?? ''] : components
  const below = { allowed, ancestors: [...ancestors, node], components: inside }
  for (const child of node.children ?? []) checkNode(child, below)
}

function checkMarkdown(node: Node, context: Context, at: Place): void {
  const refusal = refusals[node.type]
  const check = checks[node.type]
  if (refusal) context.allowed.report(at, refusal)
  else if (check) check(node, context, at)
  else context.allowed.report(at, 'not-allowed', { what: node.type })
}

/** What Markdown and MDX know and a lesson may not hold, each with the sentence that says what to write instead. */
const refusals: Readonly<Record<string, FindingCode>> = Object.assign(Object.create(null), {
  mdxjsEsm: 'code-import',
  mdxFlowExpression: 'code-expression',
  mdxTextExpression: 'code-expression',
  html: 'html',
  image: 'image',
  imageReference: 'image',
  definition: 'definition',
  linkReference: 'definition',
  footnoteDefinition: 'footnote',
  footnoteReference: 'footnote',
} satisfies Record<string, FindingCode>)

type Check = (node: Node, context: Context, at: Place) => void

const checks: Readonly<Record<string, Check>> = Object.assign(Object.create(null), {
  paragraph: () => {},
  emphasis: () => {},
  strong: () => {},
  delete: () => {},
  break: () => {},
  thematicBreak: () => {},
  blockquote: () => {},
  list: () => {},
  table: () => {},
  tableRow: () => {},
  tableCell: () => {},
  text: checkWords,
  inlineCode: checkWords,
  code: checkWords,
  heading: checkHeading,
  listItem: checkItem,
  link: checkLink,
} satisfies Record<string, Check>)

/** Entities can write what the source check cannot see. */
function checkWords(node: Node, { allowed }: Context, at: Place) {
  if (hasHidden(node.value ?? '')) allowed.report(at, 'hidden-character', { code: '&…;' })
}

function checkHeading(node: Node, { allowed, components }: Context, at: Place) {
  // A line --- right under a paragraph makes it a heading: nearly always meant as a rule.
  if (node.position && node.position.start.line !== node.position.end.line) allowed.report(at, 'heading-underlined')
  if (node.depth === 3) return
  if (node.depth !== 2) allowed.report(at, node.depth === 1 ? 'heading-1' : 'heading-deep')
  else if (components.length > 0) allowed.report(at, 'heading-inside', { component: components.at(-1) ?? '' })
}

function checkItem(node: Node, { allowed, components }: Context, at: Place) {
  const mayTick = components.some((name) => name === 'Checklist' || name === 'Question' || name === 'Scenario')
  if (typeof node.checked === 'boolean' && !mayTick) allowed.report(at, 'tick-box')
}

function checkLink(node: Node, { allowed }: Context, at: Place) {
  const url = node.url ?? ''
  const kind = addressKind(url)
  if (!kind) allowed.report(at, 'address', { url: url.slice(0, 80) })
  else if (kind === 'media' && !allowed.media.has(url)) allowed.report(at, 'media-missing', { path: url })
  if (node.title) allowed.report(at, 'link-title')
}
