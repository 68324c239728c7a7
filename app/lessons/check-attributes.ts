import { addressKind, isMediaPath } from '#app/lessons/address.ts'
import type { Allowed } from '#app/lessons/allow-list.ts'
import type { Report } from '#app/lessons/finding.ts'
import { hasHidden } from '#app/lessons/hidden-characters.ts'
import type { AttributeRule, ComponentRule } from '#app/lessons/rules.ts'
import { type Attribute, type Node, type Place, placeOf } from '#app/lessons/tree.ts'

/** Every attribute is known, literal, stands once, and holds what it may hold. Without a rule only code is looked for. */
export function checkAttributes(node: Node, rule: ComponentRule | undefined, { media, report }: Allowed): void {
  const component = node.name ?? ''
  const seen = new Set<string>()
  for (const attribute of node.attributes ?? []) {
    const at = placeOf(attribute, placeOf(node))
    const name = attribute.name ?? ''
    if (isCode(attribute, name, at, report) || !rule) continue
    const known = new Map(Object.entries(rule.attributes))
    const attributeRule = known.get(name)
    if (seen.has(name)) report(at, 'attribute-twice', { name })
    seen.add(name)
    if (!attributeRule) report(at, 'attribute-unknown', { name, component, known: [...known.keys()].join(', ') || '–' })
    else checkValue(attribute.value, attributeRule, { name, component, at, media, report })
  }
  for (const [name, attributeRule] of Object.entries(rule?.attributes ?? {})) {
    if (attributeRule.isRequired && !seen.has(name)) {
      report(placeOf(node), 'attribute-missing', { name, component, expected: expectedOf(attributeRule) })
    }
  }
}

function isCode({ type, value }: Attribute, name: string, at: Place, report: Report): boolean {
  if (type !== 'mdxJsxAttribute') report(at, 'attribute-spread')
  else if (/^on/i.test(name)) report(at, 'attribute-handler', { name })
  else if (/^(style|class|classname)$/i.test(name)) report(at, 'attribute-style', { name })
  else if (value !== null && value !== undefined && typeof value !== 'string') report(at, 'attribute-code', { name })
  else return false
  return true
}

type Where = { name: string; component: string; at: Place; media: ReadonlySet<string>; report: Report }

function checkValue(value: unknown, rule: AttributeRule, { name, component, at, media, report }: Where) {
  if (rule.kind === 'flag') {
    if (typeof value === 'string') report(at, 'attribute-flag', { name })
    return
  }
  const text = typeof value === 'string' ? value : ''
  if (hasHidden(text)) report(at, 'hidden-character', { code: '&…;' })
  if (!isFit(text, rule)) report(at, 'attribute-value', { name, component, expected: expectedOf(rule) })
  else if (rule.kind === 'media' && !media.has(text)) report(at, 'media-missing', { path: text })
}

function isFit(text: string, rule: AttributeRule): boolean {
  if (rule.kind === 'words') return text.trim() !== '' && text.length <= 600
  if (rule.kind === 'https') return addressKind(text) === 'https'
  if (rule.kind === 'media') return isMediaPath(text) && rule.endings.includes(text.split('.').at(-1) ?? '')
  if (rule.kind === 'choice') return rule.choices.includes(text)
  return rule.kind === 'pattern' && rule.pattern.test(text)
}

function expectedOf(rule: AttributeRule): string {
  if (rule.kind === 'https') return '"https://…"'
  if (rule.kind === 'media') return rule.endings.map((ending) => `"media/….${ending}"`).join(' | ')
  if (rule.kind === 'choice') return rule.choices.map((choice) => `"${choice}"`).join(' | ')
  return rule.kind === 'pattern' ? `"${rule.example}"` : '"…"'
}
