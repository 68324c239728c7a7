import type { Question } from '#app/questions/question.ts'

/** What a translation may say in its own words. */
const words = new Set(['html', 'text', 'whyHtml', 'leftHead', 'rightHead', 'unit'])

/**
 * A question in another language under the keys of its source: ids, what is right and in which order are the source's, words
 * are the translation's; what may be typed is right in either language. Null: the two are not one question.
 */
export function translateQuestion(source: Question, translation: Question): Question | null {
  const { promptHtml, whyHtml, title } = translation
  const isAlike = (
    ['id', 'kind', 'outcome', 'difficulty', 'skill', 'isScenario', 'mustBeRight', 'points'] as const
  ).every((name) => source[name] === translation[name])
  const ids: Ids = new Map()
  const spec =
    source.kind === 'gap'
      ? translateGaps(source.spec, translation.spec, ids)
      : merge(source.spec, translation.spec, ids)
  return isAlike && spec !== unlike ? { ...source, promptHtml, whyHtml, title, spec } : null
}

const unlike = Symbol('unlike')

/** What the translation calls each id of the source: wherever the one stands, the other must. */
type Ids = Map<string, unknown>

function merge(source: unknown, translation: unknown, ids: Ids, name = ''): unknown {
  // What may be typed: each language has its own spellings.
  if ((name === 'accepted' || name === 'foreseen') && Array.isArray(source) && Array.isArray(translation))
    return [...translation, ...source]
  if (Array.isArray(source)) {
    if (!Array.isArray(translation) || translation.length !== source.length) return unlike
    return whole(source.map((entry, at) => merge(entry, translation[at], ids)))
  }
  if (isObject(source)) {
    if (!isObject(translation)) return unlike
    const names = Object.keys(source)
    const values = whole(names.map((key) => merge(source[key], translation[key], ids, key)))
    return Array.isArray(values) ? Object.fromEntries(names.map((key, at) => [key, values[at]])) : unlike
  }
  if (typeof source === 'string') {
    if (words.has(name)) return typeof translation === 'string' ? translation : unlike
    const before = ids.get(source) ?? translation
    ids.set(source, before)
    return before === translation ? source : unlike
  }
  return source === translation ? source : unlike
}

/** Sentences are built otherwise in another language: the gaps are the source's, by their number; what is around them is not. */
function translateGaps(source: unknown, translation: unknown, ids: Ids): unknown {
  if (!isObject(source) || !isObject(translation)) return unlike
  const gaps = gapsIn(source)
  const own = gapsIn(translation)
  if (gaps.size !== own.size) return unlike
  const merged = new Map([...gaps].map(([number, gap]) => [number, merge(gap, own.get(number), ids)]))
  if ([...merged.values()].includes(unlike)) return unlike
  const paragraphs = Array.isArray(translation.paragraphs) ? translation.paragraphs : []
  return {
    ...source,
    paragraphs: paragraphs.map((parts) =>
      Array.isArray(parts) ? parts.map((part) => (isGap(part) ? merged.get(part.gap) : part)) : parts,
    ),
  }
}

function gapsIn({ paragraphs }: Record<string, unknown>): Map<unknown, unknown> {
  const parts: unknown[] = Array.isArray(paragraphs) ? paragraphs.flat() : []
  return new Map(parts.filter(isGap).map((gap) => [gap.gap, gap]))
}

function isGap(part: unknown): part is { gap: unknown } {
  return isObject(part) && 'gap' in part
}

function whole(values: unknown[]): unknown[] | typeof unlike {
  return values.includes(unlike) ? unlike : values
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
