import { proseOf } from '#app/courses/advice/prose.ts'
import type { Question } from '#app/questions/question.ts'

const html = new Set(['html', 'whyHtml'])
const plain = new Set(['text', 'leftHead', 'rightHead'])

/** All that is read of a question, explanations of single options too, block by block. */
export function textsOf({ promptHtml, whyHtml, title, spec }: Question): string[] {
  const blocks = [promptHtml, whyHtml, ...wordsIn(spec, html)].flatMap((piece) => proseOf(piece).blocks)
  return [title, ...blocks, ...wordsIn(spec, plain)].filter((text) => text !== '')
}

function wordsIn(value: unknown, names: ReadonlySet<string>): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' ? (names.has(name) ? [inner] : []) : wordsIn(inner, names),
  )
}
