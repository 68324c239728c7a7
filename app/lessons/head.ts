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

const common = {
  title: words,
  minutes: z.int().min(1).max(600),
  reviewed: z.iso.date(),
  review_by: z.iso.date(),
}

/** The head of a lesson: exactly these keys. */
const lessonHead = z.strictObject({
  ...common,
  outcomes: z.array(words).length(3),
  skills: z
    .array(z.string().regex(/^\d\.\d$/))
    .min(1)
    .max(20),
  level: z.int().min(1).max(8),
})
const handoutHead = z.strictObject(common)

export type Head = z.infer<typeof lessonHead>

export type KindWithHead = 'lesson' | 'handout'

export const headKeys: Record<KindWithHead, readonly (keyof Head)[]> = {
  lesson: lessonHead.keyof().options,
  handout: handoutHead.keyof().options,
}

const isInTime = (head: { reviewed: string; review_by: string }) => head.review_by > head.reviewed
const schemas = {
  lesson: lessonHead.refine(isInTime, { path: ['review_by'] }),
  // A handout promises no outcomes and trains no skill.
  handout: handoutHead
    .refine(isInTime, { path: ['review_by'] })
    .transform((head) => ({ ...head, outcomes: [], skills: [], level: 0 })),
}

export function readHeadAs(kind: KindWithHead, value: unknown): { head: Head } | { issues: z.core.$ZodIssue[] } {
  const parsed = schemas[kind].safeParse(value)
  return parsed.success ? { head: parsed.data } : { issues: parsed.error.issues }
}

type Where = { keys: readonly (keyof Head)[]; contents: YAMLMap; at: (offset?: number) => Place }

/** Says what is wrong with one key of the head, at its place in the file. */
export function reportHeadIssue(issue: z.core.$ZodIssue, { keys, contents, at }: Where, report: Report) {
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      report(at(offsetOf(contents, [key], 'key')), 'head-unknown-key', { key, known: keys.join(', ') })
    }
    return
  }
  const key = keys.find((known) => known === issue.path[0])
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
