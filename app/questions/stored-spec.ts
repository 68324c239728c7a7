import { kindOf } from '#app/questions/kinds.ts'
import type { AnyKind, Question } from '#app/questions/question.ts'

const read = new WeakMap<object, { kind: AnyKind; spec: unknown }>()

/** A question's kind and its spec as that kind's schema reads it. A stored question is parsed once, however often it is marked. */
export function storedSpec(question: Question): { kind: AnyKind; spec: unknown } {
  const { spec } = question
  const isObject = typeof spec === 'object' && spec !== null
  const known = isObject ? read.get(spec) : undefined
  if (known?.kind.kind === question.kind) return known

  const kind = kindOf(question.kind)
  const parsed = { kind, spec: kind.specSchema.parse(spec) }
  if (isObject) read.set(spec, parsed)
  return parsed
}
