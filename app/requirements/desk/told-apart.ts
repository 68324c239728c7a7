import type { RequirementHead } from '#app/requirements/desk/requirement-head.ts'

type Told = Pick<RequirementHead, 'id' | 'title' | 'unitName' | 'decisionNumber'>

/** Requirements as they are chosen from: by title; of several with one title also by who asks and by which document. */
export function toldApart(requirements: readonly Told[]): Array<{ id: string; title: string }> {
  const times = new Map<string, number>()
  for (const { title } of requirements) times.set(title, (times.get(title) ?? 0) + 1)
  return requirements.map(({ id, title, unitName, decisionNumber }) => {
    const isAlone = times.get(title) === 1
    return { id, title: isAlone ? title : `${title} · ${unitName}, ${decisionNumber}` }
  })
}
