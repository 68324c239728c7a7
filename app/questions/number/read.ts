import { type Task, tasksOf } from '#app/questions/choice/task-list.ts'
import { isNear } from '#app/questions/number/mark.ts'
import type { NumberSpec } from '#app/questions/number/spec.ts'
import { placeOf } from '#app/questions/place-of.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import { parseNumber } from '#app/questions/typed/parse-number.ts'
import { tidy } from '#app/questions/typed/tidy.ts'

export function readNumber(node: QuestionNode): NumberSpec {
  const unit = attribute(node, 'unit', 'unit-empty') ?? ''
  const tolerance = readTolerance(node)
  const numbers = tasksOf(node).map((task) => ({ task, ...readValue(node, task, unit) }))
  const [right, second] = numbers.filter(({ task }) => task.isRight)
  if (!right || second) return node.refuse(placeOf(node, second?.task.item), 'number-right')

  const foreseen = numbers.filter(({ task }) => !task.isRight)
  for (const { task, value, text } of foreseen) {
    const at = placeOf(node, task.item)
    if (!task.why) node.refuse(at, 'option-unexplained', { option: text })
    if (isNear(value, right.value, tolerance)) node.refuse(at, 'typed-both', { option: text })
  }
  return { right: shown(right), tolerance, unit, foreseen: foreseen.map(shown) }
}

function readTolerance(node: QuestionNode): number {
  const written = attribute(node, 'tolerance', 'tolerance-not')
  const tolerance = written === null ? 0 : parseNumber(written, '')
  if (tolerance === null || tolerance < 0) return node.refuse(node, 'tolerance-not')
  return tolerance
}

function attribute(node: QuestionNode, name: string, code: string): string | null {
  const value = node.attributes[name]
  if (value === undefined) return null
  if (value === true || value.trim() === '') return node.refuse(node, code)
  return value.trim()
}

function readValue(node: QuestionNode, task: Task, unit: string) {
  const text = tidy(node.text([task.text]))
  const value = parseNumber(text, unit)
  if (value === null) return node.refuse(placeOf(node, task.item), 'number-not', { option: text })
  return { text, value, whyHtml: task.why ? node.html(task.why.children) : '' }
}

function shown({ value, text, whyHtml }: { value: number; text: string; whyHtml: string }) {
  return { value, text, whyHtml }
}
