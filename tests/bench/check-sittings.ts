import { join } from 'node:path'
import Database from 'better-sqlite3'
import { deservedCredit, type Sitting } from '#tests/bench/exam.ts'
import type { SeededCourse } from '#tests/bench/world.ts'

export type Checked = { lost: number; open: number; mismarked: number }

/** Looks every acknowledged answer up, and every attempt: closed, with the marks its answers deserve. */
export function checkSittings(data: string, course: SeededCourse, sittings: Sitting[]): Checked {
  const connection = new Database(join(data, 'ben-so.db'), { readonly: true })
  const answers = connection
    .prepare<[string], string>('SELECT event_id FROM attempt_answers WHERE attempt_id = ? AND is_late = 0')
    .pluck()
  const attempt = connection.prepare<[string], { closed_at: number | null; credit: number | null }>(
    'SELECT closed_at, credit FROM attempts WHERE id = ?',
  )
  const checked = { lost: 0, open: 0, mismarked: 0 }
  for (const sitting of sittings) {
    const kept = new Set(answers.all(sitting.attempt))
    checked.lost += sitting.acknowledged.filter((id) => !kept.has(id)).length
    const row = attempt.get(sitting.attempt)
    if (row?.closed_at == null) checked.open++
    else if (row.credit !== deservedCredit(course, sitting)) checked.mismarked++
  }
  connection.close()
  return checked
}
