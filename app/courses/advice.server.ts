import type { CheckedCourse } from '#app/courses/check.server.ts'
import { adviseOnMedia } from '#app/lessons/check-media.server.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'
import { minutesOf } from '#app/lessons/minutes.ts'

export type Advice = {
  /** Pictures that are heavy for weak networks. */
  heavy: Problem[]
  /** All lessons together: as they say of themselves, and as estimated for those who read fast and slowly. */
  minutes: { stated: number; fast: number; slow: number }
}

/** What an author may want to change in a course that is right: it stands in nobody's way. */
export function adviceOn({ folder, lessons }: Pick<CheckedCourse, 'folder' | 'lessons'>): Advice {
  const total = (minutes: (lesson: (typeof lessons)[number]) => number) =>
    lessons.reduce((sum, lesson) => sum + minutes(lesson), 0)
  return {
    heavy: [...folder.files].flatMap(([name, bytes]) => adviseOnMedia(name, bytes)),
    minutes: {
      stated: total(({ document }) => document.minutes),
      fast: total(({ document, key }) => minutesOf(document, key, 'officials')),
      slow: total(({ document, key }) => minutesOf(document, key, 'others')),
    },
  }
}
