import type { Mark } from '#app/questions/question.ts'

/** So many parts of so many right, in thousandths. Only all of them are right. */
export function credit(right: number, all: number): Mark {
  const thousandths = Math.max(0, Math.round((right / all) * 1000))
  return { credit: thousandths, isRight: thousandths === 1000 }
}

export const noCredit: Mark = { credit: 0, isRight: false }
