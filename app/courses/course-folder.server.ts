import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { type Locale, locales } from '#app/i18n/messages.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'

/** A course as it lies on disk: every file by its path inside the folder. */
export type CourseFolder = { slug: string; files: Map<string, Buffer>; hash: string }

const folders: Record<string, RegExp> = {
  lessons: /^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/,
  bank: /^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/,
  media: /^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]{2,5}$/,
  handouts: /^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/,
}
/** What a course may have once more in another language, each in a folder of the language's name. */
const translated = ['lessons', 'bank', 'handouts']
const mostFiles = 1000
const fileLimitBytes = 20 * 1024 * 1024
const folderLimitBytes = 200 * 1024 * 1024
const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Reads a course folder and nothing outside it: links, strange names and overlong files are problems, not files. */
export async function readCourseFolder(path: string): Promise<{ folder: CourseFolder } | { problems: Problem[] }> {
  const slug = basename(resolve(path))
  const { names, problems } = await namesIn(path)
  if (!slugForm.test(slug))
    problems.unshift(problem('.', 'folder-name', `Đổi tên thư mục “${slug}”: chỉ dùng a–z, 0–9 và dấu gạch nối`))

  const files = new Map<string, Buffer>()
  let bytes = 0
  for (const name of names) {
    const read = await readPlainFile(join(path, name), folderLimitBytes - bytes)
    if ('fault' in read) problems.push(problem(name, ...read.fault))
    else {
      files.set(name, read.content)
      bytes += read.content.length
    }
  }
  if (problems.length > 0) return { problems }
  return { folder: { slug, files, hash: hashOf(files) } }
}

/** course.yaml and what lies in the folders, those of other languages too; hidden files (of editors, of macOS) are passed over. */
async function namesIn(path: string): Promise<{ names: string[]; problems: Problem[] }> {
  const names = ['course.yaml']
  const problems: Problem[] = []
  const languages = await languagesIn(path)
  names.push(...languages.map((language) => `${language}/course.yaml`))
  const inside = languages.flatMap((language) => translated.map((folder) => `${language}/${folder}`))
  for (const folder of [...Object.keys(folders), ...inside]) {
    const form = folders[basename(folder)] ?? folders.lessons
    if (!form) continue
    const facts = await lstat(join(path, folder)).catch(() => null)
    if (!facts) continue
    if (!facts.isDirectory()) {
      problems.push(problem(folder, ...notPlain))
      continue
    }
    const entries = (await readdir(join(path, folder))).filter((name) => !name.startsWith('.')).sort()
    if (entries.length > mostFiles)
      problems.push(problem(folder, 'too-many-files', `Nhiều hơn ${mostFiles} tệp. Bớt tệp không dùng`))
    const example = `${folder}/bai-1.${folder === 'media' ? 'svg' : 'mdx'}`
    for (const name of entries.slice(0, mostFiles)) {
      if (form.test(name)) names.push(`${folder}/${name}`)
      else
        problems.push(
          problem(`${folder}/${name}`, 'file-name', `Đổi tên tệp: chỉ dùng a–z, 0–9 và dấu gạch nối, ví dụ ${example}`),
        )
    }
  }
  return { names, problems }
}

async function languagesIn(path: string): Promise<Locale[]> {
  const found = await Promise.all(locales.map((language) => lstat(join(path, language)).catch(() => null)))
  return locales.filter((_, at) => found[at] !== null)
}

type Fault = [code: string, message: string]
const notPlain: Fault = [
  'file-kind',
  'Đây không phải tệp hay thư mục thường (đường tắt cũng không được). Chép tệp thật vào',
]

/** Opened without following a link and looked at through what was opened, so that nobody swaps the file in between. */
async function readPlainFile(path: string, roomBytes: number): Promise<{ content: Buffer } | { fault: Fault }> {
  let handle: FileHandle
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  } catch (refusal) {
    return { fault: faultOf(refusal) }
  }
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) return { fault: notPlain }
    if (facts.size > fileLimitBytes) return { fault: ['file-size', 'Tệp lớn hơn 20 MB. Nén nhỏ lại rồi thử lần nữa'] }
    if (facts.size > roomBytes)
      return { fault: ['folder-size', 'Cả khóa học lớn hơn 200 MB. Bớt tệp, hoặc nén nhỏ lại'] }
    return { content: await handle.readFile() }
  } finally {
    await handle.close()
  }
}

function faultOf(refusal: unknown): Fault {
  const code = refusal instanceof Error && 'code' in refusal ? refusal.code : ''
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return ['file-missing', 'Không có tệp này. Viết tệp theo docs/authoring.md']
  if (code === 'EACCES' || code === 'EPERM')
    return ['file-closed', 'Máy chủ không được phép đọc tệp này. Cho phép đọc rồi thử lần nữa']
  return notPlain
}

function problem(file: string, code: string, message: string): Problem {
  return { file, line: 1, column: 1, code, message }
}

function hashOf(files: Map<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}
