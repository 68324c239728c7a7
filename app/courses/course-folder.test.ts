import { execFileSync } from 'node:child_process'
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCourseFolder } from '#app/courses/course-folder.server.ts'
import { aCourseFolder, changeCourse } from '#tests/course-folder.ts'

async function problemsOf(path: string): Promise<string[]> {
  const read = await readCourseFolder(path)
  return 'problems' in read ? read.problems.map(({ file, code }) => `${file} ${code}`) : []
}

test('a folder is read whole, and the same files give the same hash', async () => {
  const [one, other] = [
    await readCourseFolder(await aCourseFolder()),
    await readCourseFolder(`${await aCourseFolder()}/`),
  ]

  if ('problems' in one || 'problems' in other) throw new Error('refused')
  expect(one.folder.slug).toBe('cd9')
  expect([...one.folder.files.keys()]).toEqual([
    'course.yaml',
    'lessons/mua-ve.mdx',
    'bank/mua-ve.mdx',
    'media/cover.svg',
  ])
  expect(other.folder.hash).toBe(one.folder.hash)
})

test('one changed letter, and one renamed file, give another hash', async () => {
  const folder = await aCourseFolder()
  const hash = async () => {
    const read = await readCourseFolder(folder)
    return 'problems' in read ? '' : read.folder.hash
  }
  const before = await hash()
  await changeCourse(folder, { 'bank/them.mdx': 'a' })
  const added = await hash()
  await changeCourse(folder, { 'bank/them.mdx': 'b' })
  const changed = await hash()
  await changeCourse(folder, { 'bank/them.mdx': null, 'bank/khac.mdx': 'b' })

  expect(new Set([before, added, changed, await hash()]).size).toBe(4)
})

test('a lesson that is a link to /etc/passwd is refused, and not read', async () => {
  const folder = await aCourseFolder('cd9', { 'lessons/mua-ve.mdx': null })
  await symlink('/etc/passwd', join(folder, 'lessons/mua-ve.mdx'))

  expect(await problemsOf(folder)).toEqual(['lessons/mua-ve.mdx file-kind'])
})

test('a folder of lessons that is a link is refused', async () => {
  const folder = await aCourseFolder('cd9', { 'lessons/mua-ve.mdx': null })
  const elsewhere = await aCourseFolder()
  execFileSync('rmdir', [join(folder, 'lessons')])
  await symlink(join(elsewhere, 'lessons'), join(folder, 'lessons'))

  expect(await problemsOf(folder)).toEqual(['lessons file-kind'])
})

test('a pipe in the place of a lesson stops nobody', async () => {
  const folder = await aCourseFolder('cd9', { 'lessons/mua-ve.mdx': null })
  execFileSync('mkfifo', [join(folder, 'lessons/mua-ve.mdx')])

  expect(await problemsOf(folder)).toEqual(['lessons/mua-ve.mdx file-kind'])
})

test('odd names are refused by name, and hidden files are passed over', async () => {
  const folder = await aCourseFolder('cd9', {
    'lessons/Bài 1.mdx': 'x',
    'lessons/..mua.mdx': 'hidden',
    'lessons/a..b.mdx': 'x',
    'lessons/.DS_Store': 'x',
    'media/Ảnh.PNG': 'x',
    'media/a%2Fb.png': 'x',
  })

  expect(await problemsOf(folder)).toEqual([
    'lessons/Bài 1.mdx file-name',
    'lessons/a..b.mdx file-name',
    'media/a%2Fb.png file-name',
    'media/Ảnh.PNG file-name',
  ])
})

test('a folder whose name cannot be an address is refused', async () => {
  expect(await problemsOf(await aCourseFolder('Khóa 9'))).toEqual(['. folder-name'])
})

test('a folder without course.yaml says what is missing', async () => {
  expect(await problemsOf(await aCourseFolder('cd9', { 'course.yaml': null }))).toEqual(['course.yaml file-missing'])
})

test('a file over 20 MB is refused without being read', async () => {
  const folder = await aCourseFolder('cd9', { 'media/phim.mp4': new Uint8Array(20 * 1024 * 1024 + 1) })

  expect(await problemsOf(folder)).toEqual(['media/phim.mp4 file-size'])
})
