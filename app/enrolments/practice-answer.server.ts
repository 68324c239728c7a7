import { db } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { askPractice, reviewPractice } from '#app/enrolments/lesson-for.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import { answerFrom } from '#app/questions/answer-from.ts'
import { BadAnswer } from '#app/questions/bad-answer.ts'
import type { AskedQuestion, FormFields, Reviewed } from '#app/questions/question.ts'

export type PracticeAnswer = { asked: AskedQuestion; reviewed: Reviewed } | { problem: 'notAnswered' | 'badAnswer' }

/**
 * Marks and explains a practice answer without keeping it: visitors may ask too, for practice is there to be explained.
 * Null: the course, edition or lesson has no such practice question (exam questions are never found here).
 */
export async function practiceAnswer(
  slug: string,
  editionId: string,
  lesson: string,
  questionId: string,
  fields: FormFields,
  language?: Locale,
): Promise<PracticeAnswer | null> {
  const facts = await editionFacts(db, editionId)
  const practice = facts?.slug === slug ? facts.practice.get(questionId) : undefined
  if (!practice || practice.lesson !== lesson) return null
  try {
    const question = (language && practice.translations[language]) ?? practice.question
    const answer = answerFrom(question, fields)
    if (answer === null) return { problem: 'notAnswered' }
    return { asked: askPractice(question), reviewed: reviewPractice(question, answer) }
  } catch (problem) {
    if (problem instanceof BadAnswer) return { problem: 'badAnswer' }
    throw problem
  }
}
