import type { Gap } from '#app/questions/gap/spec.ts'
import { optionId } from '#app/questions/option-id.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import { looksLike } from '#app/questions/typed/looks-like.ts'
import { tidy } from '#app/questions/typed/tidy.ts'

type Place = { line: number; column: number }

/** What stands between [[ and ]]: spellings to type, or, with a ~ before the wrong ones, a list to choose from. */
export function readGap(node: QuestionNode, written: string, at: Place, count: number): Gap {
  const alternatives = written.split('|').map(tidy)
  const gap = String(count)
  if (alternatives.some((one) => one === '' || one === '~')) node.refuse(at, 'gap-empty')
  if (alternatives.some((one) => one.length > 100)) node.refuse(at, 'typed-long', { option: written.slice(0, 40) })
  if (alternatives.some((one) => one.startsWith('~')))
    return { by: 'choice', gap, choices: readChoices(node, alternatives, at, count) }
  return { by: 'typing', gap, accepted: alternatives }
}

function readChoices(node: QuestionNode, alternatives: string[], at: Place, count: number) {
  if (alternatives.every((one) => one.startsWith('~'))) node.refuse(at, 'gap-none-right')
  if (alternatives.length > 6) node.refuse(at, 'options-many', { count: String(alternatives.length) })
  const seen = new Set<string>()
  return alternatives.map((one) => {
    const text = tidy(one.replace(/^~/, ''))
    const id = optionId(node.id, `${count}: ${text}`)
    const looks = looksLike(text)
    if (seen.has(looks) || seen.has(id)) node.refuse(at, 'options-alike', { option: text })
    seen.add(looks).add(id)
    return { id, text, isRight: !one.startsWith('~') }
  })
}
