import type { Standing } from '#app/requirements/standing/standing.ts'

/** How many stand how to one requirement; who is not asked is not counted. */
export type Figure = Record<Exclude<Standing, 'not-due'>, number>

/** By requirement. */
export type Figures = Record<string, Figure>

export type FigureRow = { requirementId: string; standing: Standing; people: number }

export function figuresFrom(rows: readonly FigureRow[]): Figures {
  const figures: Figures = {}
  for (const { requirementId, standing, people } of rows) {
    if (standing === 'not-due') continue
    const figure = figures[requirementId] ?? { ...none }
    figure[standing] += people
    figures[requirementId] = figure
  }
  return figures
}

/** Whoever is asked. */
export function askedIn(figure: Figure): number {
  return Object.values(figure).reduce((sum, people) => sum + people, 0)
}

/** Of those who are not excused, the share that is done, late or not: 0 to 1. Null: there is nobody. */
export function rateOf({ excused, done, 'done-late': late, ...open }: Figure): number | null {
  const asked = done + late + open.due + open.soon + open.overdue
  return asked === 0 ? null : (done + late) / asked
}

const none: Figure = { due: 0, soon: 0, overdue: 0, done: 0, 'done-late': 0, excused: 0 }
