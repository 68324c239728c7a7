import type { Option } from '#app/questions/choice/option.ts'
import { type Task, tasksOf } from '#app/questions/choice/task-list.ts'
import { isWholesale } from '#app/questions/choice/wholesale.ts'
import { optionId } from '#app/questions/option-id.ts'
import { placeOf } from '#app/questions/place-of.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import { looksLike } from '#app/questions/typed/looks-like.ts'

/** Two to six different options, each wrong one with its own explanation. */
export function readOptions(node: QuestionNode): Option[] {
  const tasks = tasksOf(node)
  if (tasks.length < 2) node.refuse(placeOf(node, tasks[0]?.item), 'options-few')
  if (tasks.length > 6) node.refuse(placeOf(node, tasks[6]?.item), 'options-many', { count: String(tasks.length) })

  const seen: Array<{ id: string; looks: string }> = []
  return tasks.map((task) => {
    const option = readOption(node, task)
    const text = node.text([task.text])
    const looks = looksLike(text)
    if (isWholesale(text)) node.refuse(placeOf(node, task.item), 'option-wholesale', { option: text })
    if (seen.some((other) => other.id === option.id || other.looks === looks)) {
      node.refuse(placeOf(node, task.item), 'options-alike', { option: text })
    }
    seen.push({ id: option.id, looks })
    return option
  })
}

function readOption(node: QuestionNode, task: Task): Option {
  const text = node.text([task.text])
  if (!task.isRight && !task.why) node.refuse(placeOf(node, task.item), 'option-unexplained', { option: text })
  return {
    id: optionId(node.id, text),
    html: node.html(task.text.children),
    isRight: task.isRight,
    whyHtml: task.why ? node.html(task.why.children) : '',
  }
}
