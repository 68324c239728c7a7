import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { excerptOf, type Piece } from '#app/courses/excerpt.ts'
import { formsOf, swapsOf, wordsOf } from '#app/courses/search-words.ts'

export type SearchableCourse = { slug: string; sheet: CourseSheet; texts: ReadonlyMap<string, string> }

/** A course that answers the question, best first; the lesson that answers it best, and a passage of it. */
export type Hit = { slug: string; lesson: { lesson: string; title: string } | null; excerpt: Piece[] | null }

const mostLetters = 120
const mostWords = 12

/**
 * An index over courses and lessons that forgives missing tones, both spellings of a tone's place,
 * and one slip of the finger in a word. Words written with tones rank those with the very same tones first.
 */
export function searchIndex(courses: SearchableCourse[]): (question: string) => Hit[] {
  const entries = courses.flatMap(entriesOf)
  const index = new MiniSearch<Entry>({
    fields: [...folded, ...exact],
    tokenize: (text) => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [],
    processTerm: (term, field) => (field?.endsWith('Exact') ? formsOf(term).exact : formsOf(term).folded),
    extractField: (entry, field) => (field === 'id' ? String(entry.id) : entry.fields[fieldOf(field)]),
  })
  index.addAll(entries)
  const vocabulary = new Set(
    entries.flatMap((entry) => Object.values(entry.fields).flatMap((text) => wordsOf(text).map((word) => word.folded))),
  )

  return (question) => {
    const words = wordsOf(question.normalize('NFC').slice(0, mostLetters)).slice(0, mostWords)
    if (words.length === 0) return []
    const every = index.search(loosely(words, vocabulary, 'AND'))
    const results = every.length > 0 ? every : mostlyAnswering(index.search(loosely(words, vocabulary, 'OR')), words)
    return hitsFrom(preferringTones(results, index.search(exactly(words))), entries, words)
  }
}

type Field = 'title' | 'course' | 'promise' | 'text'
type Entry = {
  id: number
  slug: string
  lesson: { lesson: string; title: string } | null
  fields: Record<Field, string>
}

const fieldNames: readonly Field[] = ['title', 'course', 'promise', 'text']
const folded: string[] = [...fieldNames]
const exact = fieldNames.map((field) => `${field}Exact`)
const boost = { title: 6, course: 3, promise: 2, text: 1 }
const exactBoost = { titleExact: 12, courseExact: 6, promiseExact: 4, textExact: 2 }

function fieldOf(name: string): Field {
  return fieldNames.find((field) => name.startsWith(field)) ?? 'text'
}

/** One entry for the course and one for each lesson; a lesson answers for its course's title too, but more softly. */
function entriesOf({ slug, sheet, texts }: SearchableCourse, place: number): Entry[] {
  const first = place * 1000
  const course: Entry = {
    id: first,
    slug,
    lesson: null,
    fields: {
      title: `${sheet.code} ${sheet.title}`,
      course: '',
      promise: [sheet.promise, ...sheet.outcomes].join('. '),
      text: '',
    },
  }
  const lessons = sheet.lessons.map((lesson, position) => ({
    id: first + position + 1,
    slug,
    lesson: { lesson: lesson.lesson, title: lesson.title },
    fields: {
      title: lesson.title,
      course: `${sheet.title}. ${sheet.promise}`,
      promise: lesson.outcomes.join('. '),
      text: texts.get(lesson.lesson) ?? '',
    },
  }))
  return [course, ...lessons]
}

type Asked = { exact: string; folded: string }

/** Each word in some form: without tones, one letter off, two letters swapped; the last one may be half typed. */
function loosely(words: Asked[], vocabulary: ReadonlySet<string>, combineWith: 'AND' | 'OR'): Query {
  const queries = words.map(({ folded: word }, place): Query => {
    const swapped = word.length >= 5 ? swapsOf(word).filter((swap) => vocabulary.has(swap)) : []
    return {
      queries: [word, ...swapped],
      combineWith: 'OR',
      fuzzy: word.length >= 4 ? 1 : false,
      prefix: place === words.length - 1 && word.length >= 2,
    }
  })
  return {
    combineWith,
    queries,
    fields: folded,
    boost,
    weights: { fuzzy: 0.2, prefix: 0.4 },
    processTerm: (term) => term,
  }
}

/** The words with the very tones that were typed. */
function exactly(words: Asked[]): Query {
  return {
    queries: words.map((word) => word.exact),
    combineWith: 'OR',
    fields: exact,
    boost: exactBoost,
    processTerm: (term) => term,
  }
}

/** The same results; those that also have the very tones come first by as much as these weigh. */
function preferringTones(results: SearchResult[], withTones: SearchResult[]): SearchResult[] {
  const byId = new Map(withTones.map((result) => [result.id, result]))
  const scored = results.map((result) => {
    const better = byId.get(result.id)
    return better
      ? { ...result, score: result.score + better.score, terms: [...result.terms, ...better.terms] }
      : result
  })
  return scored.sort((a, b) => b.score - a.score)
}

/** When nothing has every word: what has more than half of them. */
function mostlyAnswering(results: SearchResult[], words: Asked[]): SearchResult[] {
  const least = Math.floor(new Set(words.map((word) => word.folded)).size / 2) + 1
  return results.filter((result) => new Set(result.queryTerms).size >= least)
}

function hitsFrom(results: SearchResult[], entries: Entry[], words: Asked[]): Hit[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const hits = new Map<string, Hit>()
  for (const result of results) {
    const entry = byId.get(Number(result.id))
    if (!entry) continue
    const known = hits.get(entry.slug)
    if (known?.lesson || (known && !entry.lesson)) continue
    const excerpt = entry.lesson ? excerptOf(entry.fields.text, wordsToMark(result.terms, words)) : null
    hits.set(entry.slug, { slug: entry.slug, lesson: entry.lesson, excerpt })
  }
  return [...hits.values()]
}

/** What was typed, where it was found as typed; what is only near it, where nothing else was. */
function wordsToMark(terms: string[], words: Asked[]): Set<string> {
  const asTyped = terms.filter((term) => words.some((word) => term === word.exact || term.startsWith(word.folded)))
  return new Set(asTyped.length > 0 ? asTyped : terms)
}

/** The courses that were found, best first, each with its hit. */
export function inOrderOf<Course extends { slug: string }>(
  hits: Hit[],
  courses: Course[],
): Array<Course & { hit: Hit }> {
  const bySlug = new Map(courses.map((course) => [course.slug, course]))
  return hits.flatMap((hit) => {
    const course = bySlug.get(hit.slug)
    return course ? [{ ...course, hit }] : []
  })
}
