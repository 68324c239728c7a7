import { proseOf, sentencesIn, tiengIn } from '#app/courses/advice/prose.ts'
import { textsOf } from '#app/courses/advice/texts-of.ts'
import type { Audience } from '#app/courses/course-sheet.ts'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import { minutesOf } from '#app/lessons/minutes.ts'
import type { Question } from '#app/questions/question.ts'

/** How a lesson reads (domain.md 5.2), in tiếng; and how long it takes, in minutes. */
export type LessonFigures = {
  stated: number
  estimated: number
  tieng: number
  averageSentence: number
  longestSentence: number
  longestCard: number
  practice: number
  bank: number
}

type Lesson = { document: LessonDocument; key: Question[]; bank: Question[] }

export function figuresOf({ document, key, bank }: Lesson, audience: Audience): LessonFigures {
  const cards = document.cards.map(({ blocks }) => proseOf(htmlOf(blocks)))
  const blocks = [...cards.flatMap((card) => card.blocks), ...key.flatMap((question) => textsOf(question))]
  const lengths = blocks.flatMap(sentencesIn).map(tiengIn)
  return {
    stated: document.minutes,
    estimated: minutesOf(document, key, readsFast(audience) ? 'officials' : 'others'),
    tieng: tiengIn(document.text),
    averageSentence: lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length),
    longestSentence: Math.max(0, ...lengths),
    longestCard: Math.max(0, ...cards.map(({ tieng }) => tieng)),
    practice: key.length,
    bank: bank.length,
  }
}

export function htmlOf(blocks: LessonDocument['cards'][number]['blocks']): string {
  return blocks.map((block) => (block.kind === 'html' ? block.html : '')).join('\n')
}

/** Officials and leaders read 180 tiếng a minute, everybody else 150. */
function readsFast(audience: Audience): boolean {
  return audience === 'officials' || audience === 'enterprises'
}
