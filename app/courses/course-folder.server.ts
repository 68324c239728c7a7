import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Problem } from '#app/lessons/lesson-document.ts'

/** A course as it lies on disk: every file by its path inside the folder. */
export type CourseFolder = { slug: string; files: Map<string, Buffer>; hash: string }

const folders: Record<string, RegExp> = {
  lessons: /^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/,
  bank: /^[a-z0-9]+(-[a-z0-9]+)*\.mdx$/,
  media: /^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]{2,5}$/,
}
const fileLimitBytes = 20 * 1024 * 1024
const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Reads a course folder and nothing outside it: links, strange names and overlong files are problems, not files. */
export async function readCourseFolder(path: string): Promise<{ folder: CourseFolder } | { problems: Problem[] }> {
  const slug = basename(path)
  const problems: Problem[] = []
  const files = new Map<string, Buffer>()
  if (!slugForm.test(slug)) problems.push(problem('.', 'folder-name', `Đổi tên thư mục “${slug}”: chỉ dùng a–z, 0–9 và dấu gạch nối`))

  await take('course.yaml')
  for (const [folder, form] of Object.entries(folders)) {
    const names = await readdir(join(path, folder)).catch(() => [])
    for (const name of names.sort()) {
      if (name.startsWith('.')) continue
      if (form.test(name)) await take(`${folder}/${name}`)
      else problems.push(problem(`${folder}/${name}`, 'file-name', `Đổi tên tệp: chỉ dùng a–z, 0–9 và dấu gạch nối, ví dụ ${folder}/bai-1.${folder === 'media' ? 'svg' : 'mdx'}`))
    }
  }
  if (problems.length > 0) return { problems }
  return { folder: { slug, files, hash: hashOf(files) } }

  async function take(name: string) {
    const facts = await lstat(join(path, name)).catch(() => null)
    if (!facts) problems.push(problem(name, 'file-missing', 'Không có tệp này. Viết tệp theo docs/authoring.md'))
    else if (!facts.isFile()) problems.push(problem(name, 'file-kind', 'Đây không phải tệp thường. Chép tệp thật vào thư mục'))
    else if (facts.size > fileLimitBytes) problems.push(problem(name, 'file-size', 'Tệp lớn hơn 20 MB. Nén nhỏ lại rồi thử lần nữa'))
    else files.set(name, await readFile(join(path, name)))
  }
}

function problem(file: string, code: string, message: string): Problem {
  return { file, line: 1, column: 1, code, message }
}

function hashOf(files: Map<string, Buffer>): string {
  const hash = createHash('sha256')
  for (const [name, bytes] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}
