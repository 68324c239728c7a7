import { type CompiledText, checkTexts } from '#app/courses/check-texts.server.ts'
import { contentHash, versionOf } from '#app/courses/content-hash.server.ts'
import { readCourseFile } from '#app/courses/course-file.server.ts'
import type { CourseFile } from '#app/courses/course-file-schema.ts'
import { type CourseFolder, readCourseFolder } from '#app/courses/course-folder.server.ts'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { handoutsIn } from '#app/courses/handouts-in.ts'
import { sheetOf } from '#app/courses/sheet-of.ts'
import { checkMedia } from '#app/lessons/check-media.server.ts'
import { openCompiler } from '#app/lessons/compile.server.ts'
import type { LessonDocument, Problem } from '#app/lessons/lesson-document.ts'
import type { Question } from '#app/questions/question.ts'

export type CompiledLesson = {
  lesson: string
  hash: string
  source: string
  document: LessonDocument
  key: Question[]
  bank: Question[]
}
export type CheckedCourse = {
  folder: CourseFolder
  course: CourseFile
  sheet: CourseSheet
  lessons: CompiledLesson[]
  /** Handouts, and all that stands in other languages. */
  texts: CompiledText[]
}

type Compiler = ReturnType<typeof openCompiler>

/** Compiles a whole course folder without saving anything: the course, or everything that stands in the way. */
export async function checkCourse(path: string): Promise<CheckedCourse | { problems: Problem[] }> {
  const read = await readCourseFolder(path)
  if ('problems' in read) return read
  return checkFolder(read.folder)
}

/** The same for a folder already read. */
export async function checkFolder(folder: CourseFolder): Promise<CheckedCourse | { problems: Problem[] }> {
  const parsed = readCourseFile(folder.files.get('course.yaml') ?? Buffer.alloc(0))
  if ('problems' in parsed) return parsed
  const { course } = parsed

  const media = hashesOfMedia(folder)
  const { lessons, texts, translations, problems } = await compileAll(course, folder, media)
  problems.unshift(...missingFiles(course, folder), ...mediaProblems(folder))
  problems.push(...repeatedQuestions(lessons), ...shortBanks(course, lessons))
  if (problems.length > 0) return { problems }
  const cover = `${course.cover}?v=${versionOf(media.get(course.cover) ?? '')}`
  const own = texts.filter(({ language }) => language === course.language)
  const sheet = { ...sheetOf(course, lessons, cover), handouts: handoutsIn(own), translations }
  return { folder, course, sheet, lessons, texts }
}

function hashesOfMedia({ files }: CourseFolder): Map<string, string> {
  const media = [...files].filter(([name]) => name.startsWith('media/'))
  return new Map(media.map(([name, bytes]) => [name, contentHash(bytes)]))
}

async function compileAll(course: CourseFile, folder: CourseFolder, media: Map<string, string>) {
  const compiler = openCompiler()
  try {
    const outcomes = await Promise.all(
      course.lessons.map((lesson) => compileOne(compiler, folder, { lesson, media, language: course.language })),
    )
    const lessons = outcomes.filter((outcome) => 'document' in outcome)
    const problems = outcomes.flatMap((outcome) => ('problems' in outcome ? outcome.problems : []))
    const { compile } = compiler
    const others = await checkTexts({ compile, course, folder, media, lessons })
    return { ...others, lessons, problems: [...problems, ...others.problems] }
  } finally {
    await compiler.close()
  }
}

type Place = { lesson: string; media: Map<string, string>; language: CourseFile['language'] }

async function compileOne(
  compiler: Compiler,
  folder: CourseFolder,
  { lesson, media, language }: Place,
): Promise<CompiledLesson | { problems: Problem[] }> {
  const source = folder.files.get(`lessons/${lesson}.mdx`)
  const bankSource = folder.files.get(`bank/${lesson}.mdx`)
  if (!source || !bankSource) return { problems: [] } // said by missingFiles
  const around = { media: new Set(media.keys()), mediaHashes: media, language }
  const body = await compiler.compile({ file: `lessons/${lesson}.mdx`, source, kind: 'lesson', ...around })
  const bank = await compiler.compile({ file: `bank/${lesson}.mdx`, source: bankSource, kind: 'bank', ...around })
  if ('problems' in body || 'problems' in bank)
    return { problems: [...('problems' in body ? body.problems : []), ...('problems' in bank ? bank.problems : [])] }
  return {
    lesson,
    hash: body.hash,
    source: source.toString('utf8'),
    document: body.document,
    key: body.key,
    bank: bank.key,
  }
}

function missingFiles(course: CourseFile, folder: CourseFolder): Problem[] {
  const wanted = new Set(course.lessons.flatMap((lesson) => [`lessons/${lesson}.mdx`, `bank/${lesson}.mdx`]))
  const absent = [...wanted, course.cover].filter((file) => !folder.files.has(file))
  const stray = [...folder.files.keys()].filter((file) => /^(lessons|bank)\//.test(file) && !wanted.has(file))
  return [
    ...absent.map((file) => at(file, 'file-missing', 'course.yaml nhắc tới tệp này nhưng tệp chưa có')),
    ...stray.map((file) => at(file, 'file-unused', 'Tệp này chưa có tên trong mục lessons của course.yaml')),
  ]
}

function mediaProblems(folder: CourseFolder): Problem[] {
  return [...folder.files]
    .filter(([name]) => name.startsWith('media/'))
    .flatMap(([name, bytes]) => checkMedia(name, bytes))
}

/** The key of a question is for ever: one of a kind in its course, lessons and banks together. */
function repeatedQuestions(lessons: CompiledLesson[]): Problem[] {
  const seen = new Map<string, string>()
  const problems: Problem[] = []
  for (const { lesson, key, bank } of lessons)
    for (const [file, questions] of [
      [`lessons/${lesson}.mdx`, key],
      [`bank/${lesson}.mdx`, bank],
    ] as const)
      for (const { id } of questions) {
        const before = seen.get(id)
        if (before) problems.push(at(file, 'question-twice', `Câu hỏi “${id}” đã có trong ${before}. Đặt id khác`))
        seen.set(id, file)
      }
  return problems
}

function shortBanks(course: CourseFile, lessons: CompiledLesson[]): Problem[] {
  const least = course.exam.per_lesson
  return lessons
    .filter(({ bank }) => bank.length < least)
    .map(({ lesson, bank }) =>
      at(
        `bank/${lesson}.mdx`,
        'bank-short',
        `Mỗi đề lấy ${least} câu, ngân hàng mới có ${bank.length}. Viết thêm câu hỏi`,
      ),
    )
}

function at(file: string, code: string, message: string): Problem {
  return { file, line: 1, column: 1, code, message }
}
