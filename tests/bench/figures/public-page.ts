import { againstBare } from '#tests/bench/against-bare.ts'
import type { Context } from '#tests/bench/context.ts'
import { cookieOf } from '#tests/bench/cookie.ts'
import type { Figure } from '#tests/bench/figure.ts'
import { startServer } from '#tests/bench/serving.ts'

/** The first lesson as everybody gets it, signed in or not. */
export async function measurePublicPage(context: Context): Promise<Figure[]> {
  const { course, people } = context.world
  const server = await startServer(context, { name: 'public page', isPinned: true })
  const path = `/courses/${course.slug}/${course.lessons[0]}`
  const visitors = await againstBare(context, server, { name: 'lesson page, visitor', users: [{ path }], aim: 0.8 })
  const users = people.slice(0, 64).map((person) => ({ path, cookie: cookieOf(person) }))
  const signedIn = await againstBare(context, server, { name: 'lesson page, signed in', users, aim: 0.8 })
  await server.stop()
  return [visitors, signedIn]
}
