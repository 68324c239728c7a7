import { join } from 'node:path'
import type { Context } from '#tests/bench/context.ts'
import { cookieOf } from '#tests/bench/cookie.ts'
import { runJob } from '#tests/bench/job.ts'
import type { Paced, PacedLoad } from '#tests/bench/paced-load.ts'
import type { Serving } from '#tests/bench/serving.ts'

export const learners = 16
const pauseMs = 50

/** Learners of the seeded world at a person's pace, for so long or until a file is there. */
export function learning(
  { folder, world }: Pick<Context, 'folder' | 'world'>,
  { port }: Serving,
  { seconds, until = '' }: { seconds: number; until?: string },
) {
  const { course, people } = world
  const answers = course.practice.map((asked) => ({ edition: course.edition, kind: 'practice.answered', ...asked }))
  const lesson = `/courses/${course.slug}/${course.lessons[0]}?mine`
  const value: PacedLoad = {
    port,
    learners: people.slice(0, learners).map((person) => ({ cookie: cookieOf(person), lesson, answers })),
    pauseMs,
    seconds,
    until: until || join(folder, 'never'),
  }
  return runJob<Paced>('paced-load.ts', value, { folder })
}
