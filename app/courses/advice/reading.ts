import type { Advise, Lesson } from '#app/courses/advice/advice.ts'
import type { LessonFigures } from '#app/courses/advice/lesson-figures.ts'
import { htmlOf } from '#app/courses/advice/lesson-figures.ts'
import { proseOf, sentencesIn, tiengIn } from '#app/courses/advice/prose.ts'
import { textsOf } from '#app/courses/advice/texts-of.ts'

/** domain.md 5.2, for courses of citizens and workers. */
const mostInSentence = 20
const mostOnAverage = 14
const mostInCard = 60

const officeWords: Array<[RegExp, string]> = [
  [/(?<!\p{L})xác thực(?!\p{L})/iu, 'kiểm tra đúng là bạn'],
  [/(?<!\p{L})đăng xuất(?!\p{L})/iu, 'Thoát'],
  [/(?<!\p{L})truy cập(?!\p{L})/iu, 'mở, vào, bấm vào'],
  [/(?<!\p{L})thao tác(?!\p{L})/iu, 'làm, bấm'],
  [/(?<!\p{L})phiên làm việc(?!\p{L})/iu, 'lâu quá chưa bấm gì'],
  [/(?<!\p{L})dữ liệu không hợp lệ(?!\p{L})/iu, 'nói rõ ô nào sai và sửa ra sao'],
]

/** What makes a lesson hard to read for somebody who finished lớp 5. */
export function adviseOnReading({ lesson, document, key, bank }: Lesson, figures: LessonFigures, say: Advise): void {
  const [body, pool] = [`lessons/${lesson}.mdx`, `bank/${lesson}.mdx`]
  for (const { title, blocks } of document.cards) {
    const { tieng } = proseOf(htmlOf(blocks))
    if (tieng > mostInCard)
      say(body, 'card-long', `Thẻ dài ${tieng} tiếng, nên từ ${mostInCard} trở xuống. Tách ra hoặc cắt bớt`, title)
  }
  if (figures.averageSentence > mostOnAverage)
    say(
      body,
      'sentences-long',
      `Câu dài trung bình ${figures.averageSentence.toFixed(1)} tiếng, nên từ ${mostOnAverage}`,
    )
  const texts = [
    ...document.cards.flatMap(({ blocks }) => proseOf(htmlOf(blocks)).blocks.map((block) => [body, block] as const)),
    ...key.flatMap((question) => textsOf(question).map((block) => [body, block] as const)),
    ...bank.flatMap((question) => textsOf(question).map((block) => [pool, block] as const)),
  ]
  for (const [file, block] of texts) {
    for (const sentence of sentencesIn(block))
      if (tiengIn(sentence) > mostInSentence)
        say(
          file,
          'sentence-long',
          `Câu dài ${tiengIn(sentence)} tiếng, nên từ ${mostInSentence}: “${sentence}”`,
          sentence,
        )
    for (const [pattern, instead] of officeWords) {
      const [found] = block.match(pattern) ?? []
      if (found) say(file, 'office-word', `“${found}” là chữ văn phòng. Viết: ${instead}`, found)
    }
  }
}
