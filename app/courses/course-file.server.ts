import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { audiences } from '#app/courses/course-sheet.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'

const line = z.string().trim().min(1).max(300)
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'chỉ dùng a–z, 0–9 và dấu gạch nối')
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'viết ngày như 2026-11-20')
const whole = (low: number, high: number) => z.number().int().min(low).max(high)

/** course.yaml as docs/authoring.md section 1 has it: these keys and no others. */
const courseFileSchema = z.strictObject({
  code: z.string().regex(/^[A-Z]{2,4}\d{1,3}[A-Z]?$/, 'viết mã như CD3'),
  title: line,
  promise: line,
  audience: z.enum(audiences),
  language: z.enum(['vi', 'en']),
  level: z.tuple([whole(1, 8), whole(1, 8)]),
  hours: z.number().min(0).max(200).multipleOf(0.5),
  category: z.enum(['LLCT', 'QPAN', 'QLNN', 'VTVL', 'KHCN_KNS']),
  competences: z.array(z.string().regex(/^[1-6]\.\d$/, 'viết mã năng lực như "1.2"')).min(1),
  labels: z.array(line).default([]),
  cover: z.string().regex(/^media\/[a-z0-9-]+\.(svg|png|jpg|jpeg|webp|avif)$/, 'viết như media/cover.svg'),
  makers: z.array(line).min(1),
  reviewed: day,
  review_by: day,
  outcomes: z.array(line).min(2).max(8),
  lessons: z.array(key).min(1).max(60),
  completion: z.strictObject({ practice: z.boolean(), minutes_percent: whole(0, 100) }),
  exam: z.strictObject({
    key,
    title: line,
    per_lesson: whole(1, 20),
    pass_percent: whole(0, 100),
    must_be_right: z.enum(['none', 'scenario', 'marked']),
    attempts: z.union([z.literal('unlimited'), whole(1, 100)]),
    wait_hours: z.number().min(0).max(24 * 365),
    time_limit_minutes: z.union([z.literal('none'), whole(1, 600)]),
    review: z.enum(['full', 'own-answers', 'score']),
  }),
  certificate: z.strictObject({ kind: z.enum(['confirmation', 'completion']) }),
})

export type CourseFile = z.infer<typeof courseFileSchema>

/** Reads course.yaml: plain YAML without tags, anchors or repeated keys; every problem with its place. */
export function readCourseFile(source: string): { course: CourseFile } | { problems: Problem[] } {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, uniqueKeys: true, schema: 'core', merge: false })
  const at = (offset: number | undefined, code: string, message: string): Problem => {
    const place = lines.linePos(offset ?? 0)
    return { file: 'course.yaml', line: place.line, column: place.col, code, message }
  }
  const syntax = [...document.errors, ...document.warnings]
  if (syntax.length > 0) return { problems: syntax.map((fault) => at(fault.pos[0], 'yaml', `YAML chưa đúng: ${fault.message.split('\n')[0]}`)) }
  if (/(^|[\s[{,:-])[&*!][\w!]/m.test(source.replace(/"[^"]*"|'[^']*'|#.*$/gm, '')))
    return { problems: [at(0, 'yaml-plain', 'Không dùng &, * hay ! của YAML trong course.yaml')] }

  const parsed = courseFileSchema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (parsed.success) return { course: parsed.data }
  return {
    problems: parsed.error.issues.map((issue) => {
      const node = nearestNode(document, issue.path)
      return at(node, 'course-file', `${issue.path.join('.') || 'course.yaml'}: ${issue.message}`)
    }),
  }
}

/** Where the value at this path stands, or the nearest thing around it. */
function nearestNode(document: ReturnType<typeof parseDocument>, path: PropertyKey[]): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return Number(node.range[0])
  }
  return undefined
}
