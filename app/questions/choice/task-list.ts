import type { Blockquote, List, ListItem, Paragraph, RootContent } from 'mdast'
import { placeOf } from '#app/questions/place-of.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'

/** One `- [x] text` with the quotation under it. */
export type Task = { isRight: boolean; item: ListItem; text: Paragraph; why: Blockquote | null }

/** The one list with boxes in a question, or a refusal. */
export function tasksOf(node: QuestionNode): Task[] {
  const [list, second] = node.children.filter(isTaskList)
  if (!list) return node.refuse(node, 'options-missing')
  if (second) node.refuse(placeOf(node, second), 'options-twice')
  return list.children.map((item) => taskOf(node, item))
}

/** Everything but the list of options. */
export function besideTasks(node: QuestionNode): RootContent[] {
  return node.children.filter((child) => !isTaskList(child))
}

function isTaskList(child: RootContent): child is List {
  return child.type === 'list' && child.children.some((item) => typeof item.checked === 'boolean')
}

function taskOf(node: QuestionNode, item: ListItem): Task {
  const at = placeOf(node, item)
  if (typeof item.checked !== 'boolean') node.refuse(at, 'option-no-box')
  const [text, why, more] = item.children
  if (text?.type !== 'paragraph' || node.text([text]).trim() === '') return node.refuse(at, 'option-empty')
  if (why && why.type !== 'blockquote') return node.refuse(placeOf(node, why), 'option-extra')
  if (more) node.refuse(placeOf(node, more), 'option-extra')
  return { isRight: item.checked === true, item, text, why: why ?? null }
}
