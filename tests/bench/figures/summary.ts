import { againstBare } from '#tests/bench/against-bare.ts'
import type { Context } from '#tests/bench/context.ts'
import { cookieOf } from '#tests/bench/cookie.ts'
import type { Figure } from '#tests/bench/figure.ts'
import { startServer } from '#tests/bench/serving.ts'

/** The small personal request beside a public page: 64 people who have begun the course. */
export async function measureSummary(context: Context): Promise<Figure[]> {
  const server = await startServer(context, { name: 'summary', isPinned: true })
  const { people, course } = context.world
  const path = `/me/summary?course=${course.slug}`
  const users = people.slice(0, 64).map((person) => ({ path, cookie: cookieOf(person) }))
  const summary = await againstBare(context, server, { name: 'small personal request', users, aim: 0.1 })
  await server.stop()
  return [summary]
}
