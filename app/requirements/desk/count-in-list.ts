import { sumOfFigures } from '#app/requirements/desk/sum-of-figures.ts'
import { askedIn, type Figures } from '#app/requirements/keeping/figures.ts'
import type { Asked } from '#app/requirements/keeping/listed-standing.ts'

/** How many rows a list has, when no name is asked for. */
export function countInList(
  figures: Figures,
  { requirementId, standing }: { requirementId?: string; standing?: Asked },
) {
  const figure = sumOfFigures(figures, requirementId)
  if (!figure) return 0
  return standing ? figure[standing] : askedIn(figure)
}
