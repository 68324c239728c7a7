import type { Asked } from '#app/requirements/keeping/listed-standing.ts'

/** In the order of bars and legends: colour of the chart, and the tag beside a name. The word always stands with it. */
export const standingMarks: ReadonlyArray<{ standing: Asked; colour: string; tag: string }> = [
  { standing: 'done', colour: 'c1', tag: 'done' },
  { standing: 'done-late', colour: 'c5', tag: 'done' },
  { standing: 'due', colour: 'c4', tag: '' },
  { standing: 'soon', colour: 'c2', tag: 'due' },
  { standing: 'overdue', colour: 'c3', tag: 'late' },
  { standing: 'excused', colour: 'c0', tag: '' },
]
