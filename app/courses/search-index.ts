import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { excerptOf, type Piece } from '#app/courses/excerpt.ts'
import { holds, nearness, type Row, rowOf } from '#app/courses/nearness.ts'
import { type Forms, formsOf, swapsOf, wordsOf } from '#app/courses/search-words.ts'

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
    const typedRight = words.filter(({ folded: word }) => vocabulary.has(word))
    return hitsFrom(preferringTones(results, index.search(exactly(words))), entries, words, typedRight)
  }
}

type Field = 'title' | 'course' | 'promise' | 'text'
type Entry = {
  id: number
  slug: string
  lesson: { lesson: string; title: string } | null
  fields: Record<Field, string>
  /** Its own words, without those of its course. */
  row: Row
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
  const promise = [sheet.promise, ...sheet.outcomes].join('. ')
  const course = entry(first, slug, null, { title: `${sheet.code} ${sheet.title}`, course: '', promise, text: '' })
  const lessons = sheet.lessons.map(({ lesson, title, outcomes }, position) => {
    const text = (texts.get(lesson) ?? '').normalize('NFC')
    const fields = { title, course: `${sheet.title}. ${sheet.promise}`, promise: outcomes.join('. '), text }
    return entry(first + position + 1, slug, { lesson, title }, fields)
  })
  return [course, ...lessons]
}

function entry(id: number, slug: string, lesson: Entry['lesson'], fields: Entry['fields']): Entry {
  return { id, slug, lesson, fields, row: rowOf([fields.title, fields.promise, fields.text].join('. ')) }
}

/** Each word in some form: without tones, one letter off, two letters swapped; the last one may be half typed. */
function loosely(words: Forms[], vocabulary: ReadonlySet<string>, combineWith: 'AND' | 'OR'): Query {
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
function exactly(words: Forms[]): Query {
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
function mostlyAnswering(results: SearchResult[], words: Forms[]): SearchResult[] {
  const least = Math.floor(new Set(words.map((word) => word.folded)).size / 2) + 1
  return results.filter((result) => new Set(result.queryTerms).size >= least)
}

type Found = { entry: Entry; score: number; terms: string[] }

/** Courses by their best entry; each names its best lesson, if that is as near to the question as the course's own words. */
function hitsFrom(results: SearchResult[], entries: Entry[], words: Forms[], typedRight: Forms[]): Hit[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const bySlug = new Map<string, Found[]>()
  for (const found of byNearness(results, byId, words))
    bySlug.set(found.entry.slug, [...(bySlug.get(found.entry.slug) ?? []), found])

  return [...bySlug].map(([slug, all]) => {
    const least = nearness(byId.get(Math.floor((all[0]?.entry.id ?? 0) / 1000) * 1000)?.row ?? rowOf(''), words)
    const best = all.find(
      ({ entry }) => entry.lesson && holds(entry.row, typedRight) && nearness(entry.row, words) >= least,
    )
    const excerpt = best ? excerptOf(best.entry.fields.text, wordsToMark(best.terms, words)) : null
    return { slug, lesson: best?.entry.lesson ?? null, excerpt }
  })
}

/** Neighbours that stay neighbours weigh far more than the words alone, and with their tones as much again. */
function byNearness(results: SearchResult[], byId: Map<number, Entry>, words: Forms[]): Found[] {
  return results
    .flatMap(({ id, score, terms }) => {
      const entry = byId.get(Number(id))
      if (!entry) return []
      const near = words.length < 2 ? 0 : nearness(entry.row, words) + nearness(entry.row, words, 'exact')
      return [{ entry, terms, score: score * (1 + 5 * near) }]
    })
    .sort((a, b) => b.score - a.score)
}

/** What was typed, where it was found as typed; what is only near it, where nothing else was. */
function wordsToMark(terms: string[], words: Forms[]): Set<string> {
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
