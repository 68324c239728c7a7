/** One thing done in a lesson, as progress counts it. */
export type Study = { lesson: string; kind: 'opened' | 'studied' | 'read'; at: Date; seconds: number }

/** A row of lesson_progress without its key. */
export type StudyRow = { openedAt: Date | null; readAt: Date | null; seconds: number }

/** What one thing adds. Studying and reading tell that the lesson was open before, even if its opening never arrives. */
export function studyRow({ kind, at, seconds }: Study): StudyRow {
  if (kind === 'studied') return { openedAt: new Date(at.getTime() - seconds * 1000), readAt: null, seconds }
  return { openedAt: at, readAt: kind === 'read' ? at : null, seconds: 0 }
}

/** Two rows as one: the earliest moments, all the seconds. In whatever order rows are joined, the result is the same. */
export function joinStudy(one: StudyRow, other: StudyRow): StudyRow {
  return {
    openedAt: earlier(one.openedAt, other.openedAt),
    readAt: earlier(one.readAt, other.readAt),
    seconds: one.seconds + other.seconds,
  }
}

function earlier(one: Date | null, other: Date | null) {
  if (!one || !other) return one ?? other
  return one < other ? one : other
}
