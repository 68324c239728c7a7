import { isNode, isScalar, type YAMLMap } from 'yaml'
import { z } from 'zod'
import type { Report } from '#app/lessons/finding.ts'
import { hasHidden } from '#app/lessons/hidden-characters.ts'
import type { Place } from '#app/lessons/tree.ts'

const words = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .refine((text) => !hasHidden(text))
  .transform((text) => text.normalize('NFC'))

/** The head of a lesson: exactly these keys. */
export const headSchema = z
  .strictObject({
    title: words,
    minutes: z.int().min(1).max(600),
    outcomes: z.array(words).length(3),
    skills: z
      .array(z.string().regex(/^\d\.\d$/))
      .min(1)
      .max(20),
    level: z.int().min(1).max(8),
    reviewed: z.iso.date(),
    review_by: z.iso.date(),
  })
  .refine((head) => head.review_by > head.reviewed, { path: ['review_by'] })

export type Head = z.infer<typeof headSchema>

const headKeys = headSchema.keyof().options

/** Says what is wrong with one key of the head, at its place in the file. */
export function reportHeadIssue(
  issue: z.core.$ZodIssue,
  contents: YAMLMap,
  at: (offset?: number) => Place,
  report: Report,
) {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      report(at(offsetOf(contents, [key], 'key')), 'head-unknown-key', { key, known: headKeys.join(', ') })
    }
    return
  }
  const key = headKeys.find((known) => known === issue.path[0])
  if (!key) report(at(0), 'head-missing')
  else if (contents.has(key)) report(at(offsetOf(contents, issue.path)), `head-${key}`)
  else report({ line: 2, column: 1 }, 'head-missing-key', { key })
}

function offsetOf(contents: YAMLMap, path: readonly PropertyKey[], of: 'key' | 'value' = 'value'): number {
  if (of === 'key') {
    const pair = contents.items.find(({ key }) => isScalar(key) && key.value === path[0])
    return isNode(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0
  }
  const value = contents.getIn(path, true) ?? contents.get(path[0], true)
  return isNode(value) ? (value.range?.[0] ?? 0) : 0
}
