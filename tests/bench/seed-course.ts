import { eq } from 'drizzle-orm'
import { courses, examQuestions } from '#app/courses/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { answersTo } from '#tests/bench/answers.ts'
import type { SeededCourse } from '#tests/bench/world.ts'

/** What the loaded course asks, with what a form would send for it. */
export async function seedCourse(reads: Pick<Transaction, 'select'>, slug: string): Promise<SeededCourse> {
  const [course] = await reads.select().from(courses).where(eq(courses.slug, slug))
  const facts = await editionFacts(reads, course?.currentEditionId ?? '')
  if (!facts) throw new Error(`${slug} has no edition`)
  const pool = await reads.select().from(examQuestions).where(eq(examQuestions.editionId, facts.id))
  return {
    slug,
    edition: facts.id,
    exam: facts.sheet.exam.key,
    lessons: facts.sheet.lessons.map(({ lesson }) => lesson),
    practice: [...facts.practice.values()].map(({ lesson, question }) => ({
      lesson,
      question: question.id,
      fields: answersTo(question).right,
    })),
    pool: Object.fromEntries(
      pool.map(({ question, content }) => [question, { ...answersTo(content), points: content.points }]),
    ),
  }
}
