import { z } from 'zod'
import { type CourseFile, courseFileSchema, translationFileSchema } from '#app/courses/course-file-schema.ts'
import { type PlainYaml, readPlainYaml } from '#app/courses/plain-yaml.ts'
import { decode } from '#app/lessons/decode.server.ts'
import { problemsFrom } from '#app/lessons/finding.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'

/** Reads the bytes of course.yaml: the course, or every problem with its place. */
export function readCourseFile(bytes: Uint8Array): { course: CourseFile } | { problems: Problem[] } {
  const read = readAs(courseFileSchema, 'course.yaml', bytes)
  return 'value' in read ? { course: read.value } : read
}

/** Reads what the course file says in another language. */
export function readTranslationFile(file: string, bytes: Uint8Array) {
  return readAs(translationFileSchema, file, bytes)
}

function readAs<Value>(
  schema: z.ZodType<Value>,
  file: string,
  bytes: Uint8Array,
): { value: Value } | { problems: Problem[] } {
  const { text, findings } = decode(bytes)
  if (text === null || findings.length > 0) return { problems: problemsFrom(file, findings, 'vi') }

  const yaml = readPlainYaml(text)
  if ('faults' in yaml) return { problems: yaml.faults.map((fault) => ({ file, code: 'yaml', ...fault })) }

  const parsed = schema.safeParse(yaml.value, { error: z.locales.vi().localeError })
  if (parsed.success) return { value: parsed.data }
  return { problems: parsed.error.issues.flatMap((issue) => problemsOf(issue, yaml, file)) }
}

function problemsOf(issue: z.core.$ZodIssue, yaml: PlainYaml, file: string): Problem[] {
  const name = issue.path.join('.')
  const say = (path: readonly PropertyKey[], message: string, of: 'key' | 'value' = 'value'): Problem => ({
    file,
    code: 'course-file',
    ...yaml.placeOf(path, of),
    message,
  })
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      say([...issue.path, key], `Không có mục “${key}”. Xem các mục trong docs/authoring.md`, 'key'),
    )
  if (isAbsent(yaml.value, issue.path))
    return [say(issue.path, `Thiếu mục “${name}”. Xem các mục trong docs/authoring.md`)]
  return [say(issue.path, `${name}: ${issue.message}`)]
}

function isAbsent(value: unknown, [first, ...rest]: readonly PropertyKey[]): boolean {
  if (first === undefined) return value === undefined
  if (typeof value !== 'object' || value === null) return false
  return isAbsent(Object.entries(value).find(([key]) => key === String(first))?.[1], rest)
}
