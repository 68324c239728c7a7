import { tasksOf } from '#app/questions/choice/task-list.ts'
import { placeOf } from '#app/questions/place-of.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import type { TextSpec } from '#app/questions/text/spec.ts'
import { ignoresTones } from '#app/questions/typed/ignores-tones.ts'
import { sameText } from '#app/questions/typed/same-text.ts'
import { tidy } from '#app/questions/typed/tidy.ts'

export function readText(node: QuestionNode): TextSpec {
  const spec: TextSpec = { accepted: [], foreseen: [], ignoreTones: ignoresTones(node) }
  for (const task of tasksOf(node)) {
    const at = placeOf(node, task.item)
    const text = tidy(node.text([task.text]))
    if (text.length > 100) node.refuse(at, 'typed-long', { option: text })
    if (!task.isRight && !task.why) node.refuse(at, 'option-unexplained', { option: text })
    const opposite = task.isRight ? spec.foreseen : spec.accepted
    if (opposite.some((other) => sameText(other.text, text, spec.ignoreTones))) {
      node.refuse(at, 'typed-both', { option: text })
    }
    const whyHtml = task.why ? node.html(task.why.children) : ''
    const list = task.isRight ? spec.accepted : spec.foreseen
    list.push({ text, whyHtml })
  }
  if (spec.accepted.length === 0) node.refuse(node, 'typed-none-right')
  return spec
}
