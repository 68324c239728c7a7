import { brotliCompressSync, constants } from 'node:zlib'
import type { Advise } from '#app/courses/advice/advice.ts'
import { adviseOnAsking } from '#app/courses/advice/asking.ts'
import { figuresOf, htmlOf, type LessonFigures } from '#app/courses/advice/lesson-figures.ts'
import { adviseOnReading } from '#app/courses/advice/reading.ts'
import { adviseOnSpelling } from '#app/courses/advice/spelling.ts'
import { adviseOnTeaching } from '#app/courses/advice/teaching.ts'
import type { CheckedCourse } from '#app/courses/check.server.ts'
import { adviseOnMedia } from '#app/lessons/check-media.server.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'

export type Weight = { textBytes: number; mediaBytes: number }
export type Advised = {
  /** What an author may want to change in a course that is right, but for what the course file explains. */
  advice: Problem[]
  figures: Array<{ lesson: string } & LessonFigures & Weight>
}

/** Of the 40 KB in which a lesson is readable (design, section 7), what its own words may take; the rest is frame and style. */
const mostTextBytes = 24 * 1024
/** All pictures of one lesson: some seconds more at 400 kbps, after it is readable. */
const mostMediaBytes = 100 * 1024

/** How far the stated minutes may be from the estimate, of the stated. */
const mostOff = 0.2

/** Whatever an author should look at again: it stands in nobody's way. */
export function adviseOn({ folder, course, lessons }: CheckedCourse): Advised {
  const found: Problem[] = [...folder.files].flatMap(([name, bytes]) => adviseOnMedia(name, bytes))
  const say: Advise = (file, code, message, near) =>
    found.push({ file, code, message, line: lineOf(folder.files.get(file), near), column: 1 })

  const figures = lessons.map((lesson) => {
    const read = figuresOf(lesson, course.audience)
    const weight = weightOf(lesson, folder.files)
    const file = `lessons/${lesson.lesson}.mdx`
    if (Math.abs(read.estimated - read.stated) > read.stated * mostOff)
      say(
        file,
        'minutes-off',
        `Bài ghi ${read.stated} phút, ước chừng ${read.estimated} phút. Sửa số phút hoặc bài`,
        'minutes:',
      )
    if (weight.textBytes > mostTextBytes)
      say(
        file,
        'text-heavy',
        `Chữ của bài nặng ${kilobytes(weight.textBytes)} KB khi nén, nên dưới ${kilobytes(mostTextBytes)}`,
      )
    if (weight.mediaBytes > mostMediaBytes)
      say(
        file,
        'pictures-heavy',
        `Hình của bài nặng ${kilobytes(weight.mediaBytes)} KB, nên dưới ${kilobytes(mostMediaBytes)}`,
      )
    if (course.audience === 'citizens' || course.audience === 'workers') adviseOnReading(lesson, read, say)
    adviseOnAsking(lesson, course.audience, say)
    adviseOnTeaching(lesson, say)
    if (course.language === 'vi') adviseOnSpelling(lesson, course.foreign, say)
    return { lesson: lesson.lesson, ...read, ...weight }
  })
  const isExplained = ({ file, code }: Problem) =>
    course.explained.some((one) => one.advice === code && one.file === file)
  for (const { advice, file } of course.explained)
    if (!found.some((one) => one.code === advice && one.file === file))
      say('course.yaml', 'explained-nothing', `Không còn gì để giải thích: ${advice} ở ${file}. Xóa dòng này`, advice)
  return { advice: once(found.filter((one) => !isExplained(one))), figures }
}

function weightOf({ document }: CheckedCourse['lessons'][number], files: ReadonlyMap<string, Uint8Array>): Weight {
  const html = document.cards.map(({ blocks }) => htmlOf(blocks)).join('')
  const small = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }
  const media = document.media.map((path) => [path, files.get(path) ?? Buffer.alloc(0)] as const)
  return {
    textBytes: brotliCompressSync(html, small).length,
    mediaBytes: media.reduce(
      (sum, [path, bytes]) => sum + (path.endsWith('.svg') ? brotliCompressSync(bytes, small).length : bytes.length),
      0,
    ),
  }
}

/** Where the words stand in the source, if they stand there as they were read. */
function lineOf(source: Uint8Array | undefined, near: string | undefined): number {
  if (!source || !near) return 1
  const at = Buffer.from(source).toString('utf8').normalize('NFC').indexOf(near.slice(0, 40))
  return at < 0 ? 1 : Buffer.from(source).toString('utf8').normalize('NFC').slice(0, at).split('\n').length
}

function once(problems: Problem[]): Problem[] {
  return [...new Map(problems.map((one) => [`${one.file}:${one.line} ${one.message}`, one])).values()]
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024)
}
