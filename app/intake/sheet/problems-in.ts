import { type Doubt, type Field, type Problem, problems } from '#app/intake/reading/field.ts'

const known: ReadonlySet<string> = new Set(problems)

/** The problems among the doubts about a person's cells, each once, in the order of the alphabet. */
export function problemsIn(cells: Partial<Record<Field, { doubts: Doubt[] }>>): Problem[] {
  return [...new Set(Object.values(cells).flatMap(({ doubts }) => doubts.filter(isProblem)))].sort()
}

function isProblem(doubt: Doubt): doubt is Problem {
  return known.has(doubt)
}
