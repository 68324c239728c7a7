import { adviseOn } from '#app/courses/advice/advise.server.ts'
import { figuresInWords } from '#app/courses/advice/figures-in-words.ts'
import { checkCourse } from '#app/courses/check.server.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'

type Command = { usage: string; run(args: string[]): Promise<number> }

/** `npm run admin -- courses …`: what a trainer and an operator do with a course folder. Each gives its exit code. */
export const coursesCommands: Record<string, Command> = {
  check: { usage: 'check <folder>   prints file:line:column message for every problem; changes nothing', run: check },
  load: { usage: 'load <folder>    makes a new edition if anything changed', run: load },
}

async function check(args: string[]): Promise<number> {
  const folder = folderIn(args, 'check')
  if (folder === null) return 2
  const checked = await checkCourse(folder)
  if ('problems' in checked) return tellProblems(folder, checked.problems)
  const { sheet, lessons } = checked
  const exam = lessons.reduce((sum, lesson) => sum + lesson.bank.length, 0)
  const practice = lessons.reduce((sum, lesson) => sum + lesson.key.length, 0)
  print(
    `${folder}: ${sheet.code} không có lỗi. ${lessons.length} bài, ${practice} câu luyện tập, ${exam} câu kiểm tra.`,
  )
  const { advice, figures } = adviseOn(checked)
  for (const lesson of figures) print(figuresInWords(lesson))
  if (advice.length > 0) print(`${advice.length} lời khuyên:`)
  tell(folder, advice)
  return 0
}

async function load(args: string[]): Promise<number> {
  const folder = folderIn(args, 'load')
  if (folder === null) return 2
  // Only here, so that checking a folder neither opens nor makes a database.
  const { loadCourse } = await import('#app/courses/load.server.ts')
  const outcome = await loadCourse(folder)
  if ('problems' in outcome) return tellProblems(folder, outcome.problems)
  print(
    `${folder}: ${outcome.isNew ? `đã đăng bản ${outcome.edition}` : `không có gì mới, vẫn là bản ${outcome.edition}`}.`,
  )
  return 0
}

function folderIn([folder, ...rest]: string[], verb: string): string | null {
  if (folder && rest.length === 0) return folder.replace(/(?<=.)\/+$/, '')
  process.stderr.write(`Usage: courses ${coursesCommands[verb]?.usage}\n`)
  return null
}

function tellProblems(folder: string, problems: Problem[]): number {
  tell(folder, problems)
  return 1
}

function tell(folder: string, problems: Problem[]) {
  for (const { file, line, column, message } of problems)
    print(`${file === '.' ? folder : `${folder}/${file}`}:${line}:${column} ${message}`)
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}
