import type { Paper } from '#app/attempts/paper.ts'
import type { Question } from '#app/questions/question.ts'
import { shuffle } from '#app/questions/shuffle.ts'

export type Pool = ReadonlyArray<{ lesson: string; question: Question }>

/**
 * A paper for one attempt: of each lesson `perLesson` questions (all of them if the bank has fewer), at least one a
 * scenario when the bank has one, in an order that only the seed decides. Same seed and pool, same paper.
 */
export function drawPaper(lessons: readonly string[], perLesson: number, pool: Pool, seed: string): Paper {
  const drawn = lessons.flatMap((lesson) => drawOf(lesson, perLesson, pool, seed))
  return { seed, questions: shuffle(drawn, `${seed}/order`) }
}

function drawOf(lesson: string, count: number, pool: Pool, seed: string) {
  const bank = pool.filter((entry) => entry.lesson === lesson).sort(byId)
  const shuffled = shuffle(bank, `${seed}/${lesson}`)
  const scenario = shuffled.find(({ question }) => question.isScenario)
  const rest = shuffled.filter((entry) => entry !== scenario)
  return [...(scenario ? [scenario] : []), ...rest].slice(0, count)
}

/** The database promises no order; the draw must not depend on it. */
function byId(one: Pool[number], other: Pool[number]) {
  return one.question.id < other.question.id ? -1 : 1
}
