import { createHash } from 'node:crypto'
import type { CompiledLesson } from '#app/courses/check.server.ts'
import { readTranslationFile } from '#app/courses/course-file.server.ts'
import type { CourseFile } from '#app/courses/course-file-schema.ts'
import type { CourseFolder } from '#app/courses/course-folder.server.ts'
import type { SheetWords } from '#app/courses/course-sheet.ts'
import { handoutsIn } from '#app/courses/handouts-in.ts'
import { type Locale, locales } from '#app/i18n/messages.ts'
import type { openCompiler } from '#app/lessons/compile.server.ts'
import type { LessonDocument, Problem, SourceKind } from '#app/lessons/lesson-document.ts'
import type { Question } from '#app/questions/question.ts'
import { translateQuestion } from '#app/questions/translate-question.ts'

/** A text of an edition beside its own lessons: a handout, or a lesson, bank or handout in another language. */
export type CompiledText = {
  language: Locale
  kind: SourceKind
  name: string
  hash: string
  source: string
  document: LessonDocument
  key: Question[]
}
export type CheckedTexts = {
  texts: CompiledText[]
  translations: Partial<Record<Locale, SheetWords>>
  problems: Problem[]
}

type Translation = { problems: Problem[]; texts?: CompiledText[]; words?: SheetWords }

type Task = {
  compile: ReturnType<typeof openCompiler>['compile']
  course: CourseFile
  folder: CourseFolder
  media: ReadonlyMap<string, string>
  lessons: readonly CompiledLesson[]
}

/** Compiles the handouts of a course and what it has in other languages, whose questions must be those of its own. */
export async function checkTexts(task: Task): Promise<CheckedTexts> {
  const { course, folder } = task
  const checked: CheckedTexts = { texts: [], translations: {}, problems: [] }
  const own = await compileAll(task, course.language, '', [...folder.files.keys()].filter(isHandout))
  checked.texts.push(...own.texts)
  checked.problems.push(...own.problems)
  for (const language of locales) {
    const names = [...folder.files.keys()].filter((name) => name.startsWith(`${language}/`))
    if (names.length === 0) continue
    const translation =
      language === course.language ? ownLanguage(language) : await checkTranslation(task, language, names)
    checked.problems.push(...translation.problems)
    checked.texts.push(...(translation.texts ?? []))
    if (translation.words) checked.translations[language] = translation.words
  }
  return checked
}

function isHandout(name: string): boolean {
  return name.startsWith('handouts/')
}

function ownLanguage(language: Locale): Translation {
  return {
    problems: [at(`${language}/course.yaml`, 'translation-own', 'Khóa học vốn viết bằng tiếng này. Xóa thư mục này')],
  }
}

async function checkTranslation(task: Task, language: Locale, names: string[]): Promise<Translation> {
  const { course, folder, lessons } = task
  const file = `${language}/course.yaml`
  const parsed = readTranslationFile(file, folder.files.get(file) ?? Buffer.alloc(0))
  if ('problems' in parsed) return parsed
  const wanted = new Set([
    file,
    ...course.lessons.flatMap((lesson) => [`${language}/lessons/${lesson}.mdx`, `${language}/bank/${lesson}.mdx`]),
    ...[...folder.files.keys()].filter(isHandout).map((name) => `${language}/${name}`),
  ])
  const problems: Problem[] = [
    ...[...wanted]
      .filter((name) => !folder.files.has(name))
      .map((name) =>
        at(name, 'file-missing', 'Bản dịch phải đủ các bài, ngân hàng và tài liệu của bản gốc. Dịch nốt tệp này'),
      ),
    ...names
      .filter((name) => !wanted.has(name))
      .map((name) => at(name, 'file-unused', 'Bản gốc không có tệp này. Đặt cùng tên với tệp gốc')),
  ]
  if (parsed.value.outcomes.length !== course.outcomes.length)
    problems.push(
      at(file, 'translation-unlike', `Bản gốc có ${course.outcomes.length} kết quả, bản dịch phải có bấy nhiêu`),
    )
  const compiled = await compileAll(
    task,
    language,
    `${language}/`,
    names.filter((name) => wanted.has(name) && name !== file),
  )
  problems.push(...compiled.problems)
  const texts = compiled.texts.map((text) => underSourceKeys(text, lessons, problems))
  if (problems.length > 0) return { problems }
  const { title, promise, outcomes, exam_title: examTitle } = parsed.value
  const documentOf = (lesson: string) => texts.find(({ kind, name }) => kind === 'lesson' && name === lesson)?.document
  const words: SheetWords = {
    title,
    promise,
    outcomes,
    examTitle,
    lessons: course.lessons.map((lesson) => ({
      title: documentOf(lesson)?.title ?? '',
      outcomes: documentOf(lesson)?.outcomes ?? [],
    })),
    handouts: handoutsIn(texts),
  }
  return { problems, texts, words }
}

/** The same questions, in the same order, each asking the same: else every difference is told. */
function underSourceKeys(text: CompiledText, lessons: readonly CompiledLesson[], problems: Problem[]): CompiledText {
  const source = lessons.find(({ lesson }) => lesson === text.name)
  if (text.kind === 'handout' || !source) return text
  const file = `${text.language}/${text.kind === 'lesson' ? 'lessons' : 'bank'}/${text.name}.mdx`
  const unlike = (message: string) => problems.push(at(file, 'translation-unlike', message))
  const questions = text.kind === 'lesson' ? source.key : source.bank
  if (text.kind === 'lesson' && text.document.minutes !== source.document.minutes)
    unlike(`Bản gốc ghi ${source.document.minutes} phút, bản dịch phải ghi như vậy`)
  const { key, unlike: others } = translateQuestions(questions, text.key)
  for (const message of others) unlike(message)
  return { ...text, key, hash: hashUnder(text.hash, questions) }
}

/** What is stored of a translation depends on both texts, so its name does. */
export function hashUnder(hash: string, sources: readonly Question[]): string {
  return createHash('sha256')
    .update(`${hash} ${JSON.stringify([...sources].sort((one, other) => (one.id < other.id ? -1 : 1)))}`)
    .digest('hex')
}

/** The questions of a translation under the keys of their sources, and in what they are not the same questions. */
export function translateQuestions(sources: readonly Question[], translated: readonly Question[]) {
  const unlike: string[] = []
  const [were = '', are = ''] = [sources, translated].map((all) =>
    all
      .map(({ id }) => id)
      .sort()
      .join(', '),
  )
  if (were !== are) unlike.push(`Câu hỏi phải cùng tên với bản gốc: ${were}; ở đây là: ${are}`)
  const key = translated.map((question) => {
    const source = sources.find(({ id }) => id === question.id)
    const translation = source ? translateQuestion(source, question) : question
    if (!translation)
      unlike.push(`Câu “${question.id}” hỏi khác bản gốc: giữ nguyên loại, số phương án, thứ tự và đáp án`)
    return translation ?? question
  })
  return { key, unlike }
}

async function compileAll({ compile, folder, media }: Task, language: Locale, within: string, names: string[]) {
  const texts: CompiledText[] = []
  const problems: Problem[] = []
  const around = { media: new Set(media.keys()), mediaHashes: media, language }
  for (const file of names) {
    const source = folder.files.get(file) ?? Buffer.alloc(0)
    const [place = '', name = ''] = file.slice(within.length).split('/')
    const kind = kinds[place] ?? 'lesson'
    const outcome = await compile({ file, source, kind, ...around })
    if ('problems' in outcome) problems.push(...outcome.problems)
    else texts.push({ language, kind, name: name.replace(/\.mdx$/, ''), source: source.toString('utf8'), ...outcome })
  }
  return { texts, problems }
}

const kinds: Record<string, SourceKind> = { lessons: 'lesson', bank: 'bank', handouts: 'handout' }

function at(file: string, code: string, message: string): Problem {
  return { file, line: 1, column: 1, code, message }
}
