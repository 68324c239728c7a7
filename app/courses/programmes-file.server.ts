import { isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import type { Programme } from '#app/courses/programmes.ts'

const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .transform((text) => text.normalize('NFC'))
const both = z.strictObject({ vi: line, en: line })
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/, 'the name of a course folder: small letters, digits and hyphens')

const programme = z.strictObject({
  code: z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, 'capitals, digits and hyphens, such as CBS-2026'),
  title: both,
  summary: both,
  courses: z
    .array(z.strictObject({ course: slug, after: z.array(slug).default([]) }))
    .min(1)
    .superRefine((courses, context) => {
      const earlier = new Set<string>()
      for (const [at, { course, after }] of courses.entries()) {
        if (earlier.has(course))
          context.addIssue({ code: 'custom', path: [at], message: `${course} stands there twice` })
        const late = after.find((before) => !earlier.has(before))
        if (late !== undefined)
          context.addIssue({ code: 'custom', path: [at, 'after'], message: `${late} does not stand before ${course}` })
        earlier.add(course)
      }
    }),
})

const programmesFile = z.array(programme).superRefine((programmes, context) => {
  for (const [at, { code }] of programmes.entries())
    if (programmes.findIndex((other) => other.code === code) < at)
      context.addIssue({ code: 'custom', path: [at, 'code'], message: `${code} stands there twice` })
})

/** Reads the text of a programmes file; throws an Error of one line that names the file, the line and the place in it. */
export function readProgrammes(text: string, file: string): Programme[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'core', lineCounter: lines })
  const [problem] = document.errors
  if (problem) throw new Error(`Wrong programmes in ${file}: ${problem.message.split('\n')[0]}`)
  const parsed = programmesFile.safeParse(document.toJS() ?? [])
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = issue?.path ?? []
  throw new Error(`Wrong programmes in ${file}:${lineOf(path)}: ${nameOf(path)}: ${issue?.message ?? 'invalid'}`)

  /** The line of what is wrong; where it is missing, of what it is missing in. */
  function lineOf(place: readonly PropertyKey[]): number {
    const node = document.getIn(place, true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    return place.length === 0 ? 1 : lineOf(place.slice(0, -1))
  }

  function nameOf([entry, ...rest]: readonly PropertyKey[]): string {
    if (entry === undefined) return 'file'
    const code: unknown = document.getIn([entry, 'code'])
    return [typeof code === 'string' ? code : `entry ${Number(entry) + 1}`, ...rest.map(String)].join('.')
  }
}
