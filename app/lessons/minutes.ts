import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import type { Question } from '#app/questions/question.ts'

/** Tiếng a minute, reading with understanding (domain.md 5): officials; everybody else. */
const tiengPerMinute = { officials: 180, others: 150 }
const minutesPerQuestion = 1.5

/** About how many minutes a lesson takes: reading, answering, and what its practices say of themselves. Whole, at least 1. */
export function minutesOf(
  document: Pick<LessonDocument, 'text' | 'cards'>,
  key: readonly Pick<Question, 'id'>[],
  readers: 'officials' | 'others' = 'others',
): number {
  const tieng = document.text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  const reading = tieng / tiengPerMinute[readers]
  return Math.max(1, Math.round(reading + key.length * minutesPerQuestion + practiceMinutes(document)))
}

function practiceMinutes({ cards }: Pick<LessonDocument, 'cards'>): number {
  const html = cards.flatMap((card) => card.blocks).map((block) => (block.kind === 'html' ? block.html : ''))
  const stated = html.flatMap((piece) => [...piece.matchAll(/ data-minutes="(\d+)"/g)])
  return stated.reduce((sum, [, minutes]) => sum + Number(minutes), 0)
}
