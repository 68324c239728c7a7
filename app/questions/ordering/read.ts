import type { List, RootContent } from 'mdast'
import { optionId } from '#app/questions/option-id.ts'
import type { Item, OrderingSpec } from '#app/questions/ordering/spec.ts'
import { placeOf } from '#app/questions/place-of.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import { looksLike } from '#app/questions/typed/looks-like.ts'

export function readOrdering(node: QuestionNode): OrderingSpec {
  const [list, second] = node.children.filter(isNumbered)
  if (!list) return node.refuse(node, 'ordering-list-missing')
  if (second) node.refuse(placeOf(node, second), 'ordering-list-twice')
  const count = list.children.length
  if (count < 3 || count > 7) node.refuse(placeOf(node, list), 'ordering-count', { count: String(count) })

  const seen = new Set<string>()
  return { items: list.children.map((item) => readItem(node, item, seen)) }
}

/** Everything but the numbered list. */
export function besideNumbered(node: QuestionNode): RootContent[] {
  return node.children.filter((child) => !isNumbered(child))
}

function isNumbered(child: RootContent): child is List {
  return child.type === 'list' && child.ordered === true
}

function readItem(node: QuestionNode, item: List['children'][number], seen: Set<string>): Item {
  const at = placeOf(node, item)
  const [paragraph, more] = item.children
  if (paragraph?.type !== 'paragraph' || node.text([paragraph]).trim() === '') return node.refuse(at, 'option-empty')
  if (more || typeof item.checked === 'boolean') node.refuse(placeOf(node, more ?? item), 'ordering-plain')
  const text = node.text([paragraph])
  const id = optionId(node.id, text)
  const looks = looksLike(text)
  if (seen.has(looks) || seen.has(id)) node.refuse(at, 'options-alike', { option: text })
  seen.add(looks).add(id)
  return { id, html: node.html(paragraph.children) }
}
