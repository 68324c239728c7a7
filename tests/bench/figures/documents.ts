import { againstBare } from '#tests/bench/against-bare.ts'
import type { Context } from '#tests/bench/context.ts'
import { cookieOf } from '#tests/bench/cookie.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { startServer } from '#tests/bench/serving.ts'

/** Whole personal documents, for 16 people who have begun: what readers without scripts get, my page, an exam page. */
export async function measureDocuments(context: Context): Promise<Figure[]> {
  const { people, course, attempts } = context.world
  const server = await startServer(context, { name: 'documents', isPinned: true })
  const figures: Figure[] = []
  for (const [name, pathOf] of [
    ['/me', () => '/me'],
    ['exam page', (place: number) => `/attempts/${attempts[place]?.attempt}`],
    ['lesson with my work', () => `/courses/${course.slug}/${course.lessons[0]}?mine`],
  ] as const) {
    const users = people.slice(0, 16).map((person, place) => ({ cookie: cookieOf(person), path: pathOf(place) }))
    const seen = await againstBare(context, server, { name, users, aim: 0.005, connections: 16 })
    figures.push(seen, p95Of(seen))
  }
  await server.stop()
  return figures
}

function p95Of({ name, details }: Figure): Figure {
  const value = Number(details['p95 ms'])
  return figure({ name: `${name}, p95 at 16 users`, value, unit: 'ms', aim: { atMost: 150 } })
}
