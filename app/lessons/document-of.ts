import type { Locale } from '#app/i18n/messages.ts'
import { drawCards } from '#app/lessons/draw-cards.tsx'
import type { Head } from '#app/lessons/head.ts'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import type { Plan } from '#app/lessons/plan.ts'
import type { Question } from '#app/questions/question.ts'

/** Head, plan and compiled body as the document that is stored; the key apart. A bank has no cards and no head. */
export function documentOf(
  head: Head | null,
  plan: Plan,
  code: string,
  language: Locale,
): { document: LessonDocument; key: Question[] } {
  const blocks = code === '' ? [] : drawCards(code, language)
  const document: LessonDocument = {
    title: head?.title ?? '',
    minutes: head?.minutes ?? 0,
    outcomes: head?.outcomes ?? [],
    skills: head?.skills ?? [],
    level: head?.level ?? 0,
    reviewed: head?.reviewed ?? '',
    reviewBy: head?.review_by ?? '',
    cards: plan.cards.map((card, at) => ({ ...card, blocks: blocks[at] ?? [] })),
    glossary: plan.glossary,
    text: plan.text,
    questions: plan.key.map(({ id }) => id),
    media: plan.media,
    hasAudio: plan.hasAudio,
  }
  return { document, key: plan.key }
}
