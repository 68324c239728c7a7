import type { Figure, Figures } from '#app/requirements/keeping/figures.ts'

/** Several requirements as one figure, or one of them; whoever is asked for two is counted twice. Null: nobody is asked. */
export function sumOfFigures(figures: Figures, requirementId?: string): Figure | null {
  const found = requirementId === undefined ? Object.values(figures) : [figures[requirementId]]
  let sum: Figure | null = null
  for (const figure of found) if (figure) sum = sum ? added(sum, figure) : figure
  return sum
}

function added(one: Figure, other: Figure): Figure {
  return {
    due: one.due + other.due,
    soon: one.soon + other.soon,
    overdue: one.overdue + other.overdue,
    done: one.done + other.done,
    'done-late': one['done-late'] + other['done-late'],
    excused: one.excused + other.excused,
  }
}
