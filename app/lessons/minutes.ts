import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import type { Question } from '#app/questions/question.ts'

type Asked = Pick<Question, 'promptHtml' | 'whyHtml' | 'spec'>

/** Tiếng a minute, reading with understanding (domain.md 5): officials; everybody else. */
const tiengPerMinute = { officials: 180, others: 150 }

/**
 * Thinking and pressing. A round of ten messages, two answers each, is not ten minutes and a half of thinking:
 * what a question takes grows with what there is to weigh.
 */
const secondsPerChoice = 10
const leastSeconds = 20
const mostSeconds = 60

/** About how many minutes a lesson takes: reading, answering, and what its practices say of themselves. Whole, at least 1. */
export function minutesOf(
  document: Pick<LessonDocument, 'text' | 'cards'>,
  key: readonly Asked[],
  readers: 'officials' | 'others' = 'others',
): number {
  const tieng = [document.text, ...key.flatMap(wordsOf)].reduce((sum, text) => sum + tiengIn(text), 0)
  const thinking = key.reduce((sum, question) => sum + secondsFor(question), 0) / 60
  return Math.max(1, Math.round(tieng / tiengPerMinute[readers] + thinking + practiceMinutes(document)))
}

function tiengIn(text: string): number {
  return text
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** What everybody reads of a question. The explanations of single options are left out: one of them is read, the general one stands for it. */
function wordsOf({ promptHtml, whyHtml, spec }: Asked): string[] {
  return [promptHtml, whyHtml, ...pick(spec, 'html')]
}

/** Options, items and both sides of pairs have ids, whatever the kind. */
function secondsFor({ spec }: Asked): number {
  return Math.min(mostSeconds, Math.max(leastSeconds, pick(spec, 'id').length * secondsPerChoice))
}

/** Every text of that name, however deep. */
function pick(value: unknown, name: string): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === name ? [inner] : []) : pick(inner, name),
  )
}

export function practiceMinutes({ cards }: Pick<LessonDocument, 'cards'>): number {
  const html = cards.flatMap((card) => card.blocks).map((block) => (block.kind === 'html' ? block.html : ''))
  const stated = html.flatMap((piece) => [...piece.matchAll(/ data-minutes="(\d+)"/g)])
  return stated.reduce((sum, [, minutes]) => sum + Number(minutes), 0)
}
