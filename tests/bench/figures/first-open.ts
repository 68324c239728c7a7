import type { Context } from '#tests/bench/context.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { openAndReload, type Visit } from '#tests/bench/open-and-reload.ts'
import { startServer } from '#tests/bench/serving.ts'

/** What the first open of a lesson costs a visitor's data plan, and the second, in real Chromium on a phone's screen. */
export async function measureFirstOpen(context: Context): Promise<Figure[]> {
  const { course } = context.world
  const server = await startServer(context, { name: 'bytes', isPinned: true })
  const { first, again } = await openAndReload(
    `http://localhost:${server.port}/courses/${course.slug}/${course.lessons[0]}`,
  )
  await server.stop()
  const kilobytes = (visit: Visit, ...kinds: string[]) =>
    visit.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind)).reduce((sum, one) => sum + one.bytes, 0) /
    1000
  const line = (name: string, value: number, atMost: number, details = {}) =>
    figure({ name: `first open: ${name}`, value, unit: 'kB', aim: { atMost }, details })
  const readable = kilobytes(first, 'Document', 'Stylesheet')
  const scripts = kilobytes(first, 'Script')
  const fonts = kilobytes(first, 'Font')
  return [
    line('HTML and CSS', readable, 40),
    line('scripts', scripts, 90),
    line('HTML, CSS, fonts and scripts', readable + fonts + scripts, 150, { 'fonts kB': fonts }),
    line('everything, pictures in view too', kilobytes(first), 1_250, {
      'pictures kB': kilobytes(first, 'Image'),
      requests: first.length,
    }),
    figure({
      name: 'repeat visit',
      value: kilobytes(again),
      unit: 'kB',
      aim: { atMost: 5 },
      details: { requests: again.length },
    }),
  ]
}
