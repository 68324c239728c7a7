import type { Advised } from '#app/courses/advice/advise.server.ts'

/** How a lesson reads and what it weighs: figures to be compared with docs/authoring.md, section 4. */
export function figuresInWords(lesson: Advised['figures'][number]): string {
  return [
    `  ${lesson.lesson}: ghi ${lesson.stated} phút, ước ${lesson.estimated}`,
    `${lesson.tieng} tiếng`,
    `câu trung bình ${lesson.averageSentence.toFixed(1)}, dài nhất ${lesson.longestSentence}`,
    `thẻ dài nhất ${lesson.longestCard}`,
    `${lesson.practice} câu luyện, ${lesson.bank} câu ngân hàng`,
    `chữ ${Math.ceil(lesson.textBytes / 1024)} KB, hình ${Math.ceil(lesson.mediaBytes / 1024)} KB`,
  ].join('; ')
}
