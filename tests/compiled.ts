import { afterAll } from 'vitest'
import { openCompiler } from '#app/lessons/compile.server.ts'

/** One child process for a file of tests. */
export const compiler = openCompiler()
afterAll(() => compiler.close())

/** The front matter of a sound lesson. */
export const head = `---
title: "Bài thử: một"
minutes: 5
outcomes: [Làm một, Làm hai, Làm ba]
skills: ["1.2", "4.1"]
level: 1
reviewed: 2026-11-20
review_by: 2027-02-20
---
`
export const media = new Set(['media/a.svg', 'media/b.opus', 'media/c.mp4', 'media/c.vtt'])

/** Compiles the body of a lesson, or a whole file given as bytes; throws what stands in the way. */
export async function compiled(
  body: string | Uint8Array,
  kind: 'lesson' | 'bank' = 'lesson',
  language: 'vi' | 'en' = 'vi',
) {
  const source = typeof body === 'string' ? Buffer.from(kind === 'lesson' ? head + body : body) : body
  const outcome = await compiler.compile({ file: 'a.mdx', source, kind, media, language })
  if ('problems' in outcome)
    throw new Error(outcome.problems.map((one) => `${one.line}:${one.column} ${one.message}`).join('\n'))
  return outcome
}
