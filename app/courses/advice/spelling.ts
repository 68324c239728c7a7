import type { Advise, Lesson } from '#app/courses/advice/advice.ts'
import { htmlOf } from '#app/courses/advice/lesson-figures.ts'
import { proseOf } from '#app/courses/advice/prose.ts'
import { textsOf } from '#app/courses/advice/texts-of.ts'
import { isSpelt } from '#app/i18n/spelling.ts'

/** Words of other languages that every reader of this platform meets. A course names its own under `foreign`. */
const common = new Set(
  'zalo facebook google youtube internet wi fi wifi web website email gmail video clip chat app android windows iphone camera livestream vneid vssid pdf vn gov com net'.split(
    ' ',
  ),
)

/** One thing of a screen has one name in all courses (docs/authoring.md, section 4). */
const interfaceWords: Array<[RegExp, string]> = [
  [/(?<!\p{L})(click|nhấp chuột|kích chuột|kích vào|ấn vào)(?!\p{L})/iu, 'bấm'],
  [/(?<!\p{L})(link|liên kết web|siêu liên kết)(?!\p{L})/iu, 'đường dẫn'],
  [/(?<!\p{L})app(?! store)(?!\p{L})/iu, 'ứng dụng'],
  [/(?<!\p{L})(smartphone|điện thoại di động)(?!\p{L})/iu, 'điện thoại'],
  [/(?<!\p{L})(password|mật mã đăng nhập)(?!\p{L})/iu, 'mật khẩu'],
  [/(?<!\p{L})(download|tải xuống)(?!\p{L})/iu, 'tải về'],
  [/(?<!\p{L})e-?mail(?!\p{L})/iu, 'thư điện tử'],
  [/(?<!\p{L})account(?!\p{L})/iu, 'tài khoản'],
]

const placeholder = /\b(lorem ipsum|todo|tbd|fixme)\b|\?\?\?/i

/** Words that cannot be Vietnamese, and places that somebody meant to fill in. */
export function adviseOnSpelling(
  { lesson, document, key, bank }: Lesson,
  foreign: readonly string[],
  say: Advise,
): void {
  const allowed = new Set([...common, ...foreign.map((word) => word.toLowerCase())])
  const head = [document.title, ...document.outcomes, ...document.cards.map(({ title }) => title)]
  const body = document.cards.flatMap(({ blocks }) => proseOf(htmlOf(blocks), true).blocks)
  for (const block of [...head, ...body, ...key.flatMap(textsOf)]) adviseOnWords(`lessons/${lesson}.mdx`, block)
  for (const block of bank.flatMap(textsOf)) adviseOnWords(`bank/${lesson}.mdx`, block)

  function adviseOnWords(file: string, block: string) {
    const [unfilled] = block.match(placeholder) ?? []
    if (unfilled) say(file, 'placeholder', `“${unfilled}” còn bỏ đó. Viết cho xong`, unfilled)
    for (const [pattern, name] of interfaceWords) {
      const [other] = block.match(pattern) ?? []
      if (other) say(file, 'interface-word', `“${other}” đã có tên trong các khóa khác. Viết: ${name}`, other)
    }
    for (const word of wordsIn(block))
      if (!isSpelt(word) && !allowed.has(word.toLowerCase()))
        say(file, 'misspelt', `“${word}” không phải chữ Việt. Sửa lại; chữ nước ngoài thì ghi vào mục foreign`, word)
  }
}

/** Addresses, file names, codes with digits and abbreviations in capitals are no words to be spelt. */
function wordsIn(text: string): string[] {
  const words = text.replace(/\S*(?:[@/\\_\d]|\p{L}\.\p{L})\S*|(?<!\S)\.\p{L}+/gu, ' ').match(/[\p{L}\p{M}]+/gu) ?? []
  return words.filter((word) => word.length > 1 && !/^\p{Lu}+$/u.test(word))
}
