import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { attempts } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { type Learner, type SeededCourse, type World, worldSize } from '#tests/bench/world.ts'

/** The first people have begun: lessons read, practice answered, an exam open. Pages about nothing would be cheap. */
export async function seedWork(people: Learner[], course: SeededCourse): Promise<World['attempts']> {
  for (const { id } of people.slice(0, worldSize.beginners)) {
    const { receipts } = await record({ id, role: 'learner' }, { events: workIn(course) })
    const refused = receipts.find((receipt) => receipt.outcome !== 'received')
    if (refused) throw new Error(`seeding: ${refused.problem}`)
  }
  const opened: World['attempts'] = []
  for (const { id } of people.slice(0, worldSize.withAttempt)) opened.push(await open(id, course))
  return opened
}

async function open(personId: string, { slug, exam }: SeededCourse) {
  const opened = await openAttempt({ id: personId, role: 'learner' }, slug, exam)
  if (!opened || !('attempt' in opened)) throw new Error('seeding: the exam could not be opened')
  const [row] = await db.select({ paper: attempts.paper }).from(attempts).where(eq(attempts.id, opened.attempt))
  return { attempt: opened.attempt, questions: row?.paper.questions.map(({ question }) => question.id) ?? [] }
}

/** Two lessons read and their practice answered. */
function workIn({ edition, lessons, practice }: SeededCourse) {
  const common = () => ({ id: uuid(), at: new Date().toISOString(), edition })
  return lessons
    .slice(0, 2)
    .flatMap((lesson) => [
      { ...common(), kind: 'lesson.opened', lesson },
      { ...common(), kind: 'lesson.studied', lesson, seconds: 240 },
      { ...common(), kind: 'lesson.read', lesson },
      ...practice
        .filter((asked) => asked.lesson === lesson)
        .map(({ question, fields }) => ({ ...common(), kind: 'practice.answered', lesson, question, fields })),
    ])
}
