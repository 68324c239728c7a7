import type { AskedOfMe } from '#app/requirements/learner/asked-of-me.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'

const places: Record<Standing, number> = {
  overdue: 0,
  soon: 1,
  due: 1,
  'not-due': 2,
  excused: 2,
  'done-late': 3,
  done: 3,
}

/** What is late first, then by due day; what is excused after that, what is done last. */
export function inOrder<One extends Pick<AskedOfMe, 'standing' | 'dueDay' | 'title'>>(asked: readonly One[]): One[] {
  return [...asked].sort(
    (a, b) => places[a.standing] - places[b.standing] || compare(a.dueDay, b.dueDay) || compare(a.title, b.title),
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
