import type { Advise, Lesson } from '#app/courses/advice/advice.ts'
import { proseOf, tiengIn } from '#app/courses/advice/prose.ts'
import type { Audience } from '#app/courses/course-sheet.ts'
import { choiceSpecSchema } from '#app/questions/choice/option.ts'
import type { Question } from '#app/questions/question.ts'

const leastInBank: Record<Audience, number> = { officials: 8, enterprises: 8, workers: 6, citizens: 6 }

/** Of the questions with one right option, how many may have it as the longest: by chance it is one in three or four. */
const mostLongestRight = 0.4
const enoughToCount = 6

/** Whether the questions of a lesson ask what it teaches, tell a situation, and give nothing away. */
export function adviseOnAsking({ lesson, document, key, bank }: Lesson, audience: Audience, say: Advise): void {
  const files = [
    [`lessons/${lesson}.mdx`, key],
    [`bank/${lesson}.mdx`, bank],
  ] as const
  if (bank.length < leastInBank[audience])
    say(files[1][0], 'bank-small', `Ngân hàng có ${bank.length} câu, nên từ ${leastInBank[audience]}`)
  for (const [file, questions] of files) {
    for (const [at, outcome] of document.outcomes.entries())
      if (!questions.some((question) => question.outcome === at + 1))
        say(file, 'outcome-unasked', `Chưa có câu hỏi cho kết quả ${at + 1}: “${outcome}”`)
    if (!questions.some((question) => question.isScenario))
      say(file, 'scenario-missing', 'Chưa có câu hỏi tình huống (scenario)')
  }
  const single = [...key, ...bank].filter(({ kind }) => kind === 'single')
  const telling = single.filter(rightIsLongest)
  if (single.length >= enoughToCount && telling.length > single.length * mostLongestRight)
    say(
      files[1][0],
      'right-longest',
      `Đáp án đúng là câu dài nhất trong ${telling.length} trên ${single.length} câu: ${telling.map(({ id }) => id).join(', ')}. Viết các phương án dài bằng nhau`,
    )
}

function rightIsLongest({ spec }: Question): boolean {
  const { options } = choiceSpecSchema.parse(spec)
  const length = (html: string) => tiengIn(proseOf(html, true).blocks.join(' '))
  const right = Math.max(...options.filter(({ isRight }) => isRight).map(({ html }) => length(html)))
  return options.every(({ isRight, html }) => isRight || length(html) < right)
}
