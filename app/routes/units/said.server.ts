import type { SignedIn } from '#app/people/person.ts'
import { namesInProblems } from '#app/units/reorganisations/names-in-problems.server.ts'
import type { Problem, ReorganisationKind, UnitProblem } from '#app/units/reorganisations/reorganisation.ts'

type Words = { problems: Record<UnitProblem, string>; problemOf: (name: string, sentence: string) => string }

const boxOf: Partial<Record<UnitProblem, string>> = {
  'decision-number': 'number',
  'decision-day': 'decisionDay',
  'effective-day': 'effectiveDay',
}
const boxOfName: Partial<Record<UnitProblem, string>> = {
  'name-empty': 'name',
  'name-long': 'name',
  'name-taken': 'name',
  'code-wrong': 'code',
  'code-taken': 'code',
}

/** Problems of a decision in sentences by box, each naming the unit or person it is about; what has no box stands above. */
export async function saidOf(who: SignedIn, kind: ReorganisationKind, problems: readonly Problem[], words: Words) {
  const names = await namesInProblems(who, problems)
  const said: Record<string, string> = {}
  for (const problem of problems) {
    const name = names.get(problem.personId ?? problem.unitId ?? '')
    const sentence = words.problems[problem.problem]
    said[freeBox(said, problem.problem, kind)] = name ? words.problemOf(name, sentence) : sentence
  }
  return said
}

/** A box tells one sentence; the next about it stands above the form. */
function freeBox(said: Record<string, string>, problem: UnitProblem, kind: ReorganisationKind): string {
  const box = boxOf[problem] ?? (kind === 'split' ? undefined : boxOfName[problem])
  if (box && !(box in said)) return box
  const above = `form-${problem}`
  return above in said ? `${above}-${Object.keys(said).length}` : above
}
