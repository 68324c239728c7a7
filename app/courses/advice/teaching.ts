import type { Advise, Lesson } from '#app/courses/advice/advice.ts'
import { fold } from '#app/i18n/fold.ts'
import { practiceMinutes } from '#app/lessons/minutes.ts'

/** Of the tiếng of an outcome, how many must stand in the lesson's own text. */
const leastTaught = 0.7

/** A lesson lets one do something and ends on a card to keep; an outcome whose words hardly stand in its text is promised and not taught. */
export function adviseOnTeaching({ lesson, document }: Lesson, say: Advise): void {
  if (!document.cards.some(({ isSummary }) => isSummary))
    say(`lessons/${lesson}.mdx`, 'summary-missing', 'Bài chưa có thẻ tóm tắt để in. Thêm <Summary> ở thẻ cuối')
  if (practiceMinutes(document) === 0)
    say(`lessons/${lesson}.mdx`, 'practice-missing', 'Bài chưa có phần tự làm. Thêm <Practice> với số phút')
  const taught = new Set(tiengOf(document.text))
  for (const outcome of document.outcomes) {
    const promised = tiengOf(outcome)
    const missing = promised.filter((word) => !taught.has(word))
    if (missing.length > promised.length * (1 - leastTaught))
      say(
        `lessons/${lesson}.mdx`,
        'outcome-untaught',
        `Bài chưa dạy kết quả “${outcome}”: không thấy chữ ${missing.join(', ')}`,
        outcome,
      )
  }
}

function tiengOf(text: string): string[] {
  return fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}
