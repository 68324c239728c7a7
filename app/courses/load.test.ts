import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import { expect, test, vi } from 'vitest'
import { catalogueVersion } from '#app/courses/catalogue-version.server.ts'
import { currentEdition, editionOf, lessonOf } from '#app/courses/edition.server.ts'
import { loadCourse } from '#app/courses/load.server.ts'
import { mediaFile, mediaOf } from '#app/courses/media.server.ts'
import { courses, editions, examQuestions, loadProblems } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { aCourseFolder, changeCourse, goodCourse, question } from '#tests/course-folder.ts'

const lessonSource = String(goodCourse['lessons/mua-ve.mdx'])

async function editionCount(slug: string): Promise<number> {
  const rows = await db
    .select({ id: editions.id })
    .from(editions)
    .innerJoin(courses, eq(courses.id, editions.courseId))
    .where(eq(courses.slug, slug))
  return rows.length
}

async function keptProblems(slug: string) {
  const [row] = await db.select().from(loadProblems).where(eq(loadProblems.slug, slug))
  return row?.problems ?? null
}

test('a course is published once, however often its folder is loaded unchanged', async () => {
  const folder = await aCourseFolder('khong-doi')

  expect(await loadCourse(folder)).toEqual({ edition: 1, isNew: true })
  const version = await catalogueVersion()
  expect(await loadCourse(folder)).toEqual({ edition: 1, isNew: false })
  expect(await editionCount('khong-doi')).toBe(1)
  expect(await catalogueVersion()).toBe(version)
})

test('an edition holds the sheet, the lesson with its key apart, the pool, and the media', async () => {
  await loadCourse(await aCourseFolder('day-du'))
  const edition = await currentEdition('day-du')
  if (!edition) throw new Error('no edition')

  expect(edition.sheet).toMatchObject({ code: 'CD9', exam: { attempts: null, timeLimitMinutes: null } })
  expect(edition.sheet.lessons).toMatchObject([
    { lesson: 'mua-ve', title: 'Mua vé đò', minutes: 10, questions: ['ve-otp'] },
  ])
  const lesson = await lessonOf(edition.id, 'mua-ve')
  expect(lesson?.key.map(({ id }) => id)).toEqual(['ve-otp'])
  expect(JSON.stringify(lesson?.document)).not.toContain('Không ai cả')
  const pool = await db.select().from(examQuestions).where(eq(examQuestions.editionId, edition.id))
  expect(pool.map(({ question: id }) => id).sort()).toEqual(['ve-thi-hai', 've-thi-mot'])
  const cover = await mediaOf('day-du', 'media/cover.svg', null)
  expect(cover?.type).toBe('image/svg+xml')
  expect(String(await readFile(mediaFile(cover?.hash ?? '')))).toBe(goodCourse['media/cover.svg'])
  expect(edition.sheet.cover).toBe(`media/cover.svg?v=${cover?.hash.slice(0, 16)}`)
})

test('one changed letter makes the next edition; the one before stays readable, its pictures too', async () => {
  const folder = await aCourseFolder('doi-chu')
  await loadCourse(folder)
  const before = await currentEdition('doi-chu')
  const oldCover = await mediaOf('doi-chu', 'media/cover.svg', null)
  const version = await catalogueVersion()
  await changeCourse(folder, {
    'lessons/mua-ve.mdx': lessonSource.replace('Chị Tư', 'Chị Năm'),
    'media/cover.svg': String(goodCourse['media/cover.svg']).replace('#0a5660', '#0a5661'),
  })

  expect(await loadCourse(folder)).toEqual({ edition: 2, isNew: true })

  const after = await currentEdition('doi-chu')
  await vi.waitFor(async () => expect(await catalogueVersion()).toBeGreaterThan(version)) // PostgreSQL sends the word
  expect((await lessonOf(after?.id ?? '', 'mua-ve'))?.document.text).toContain('Chị Năm')
  expect((await lessonOf(before?.id ?? '', 'mua-ve'))?.document.text).toContain('Chị Tư')
  expect((await editionOf(before?.id ?? ''))?.number).toBe(1)
  const version1 = before?.sheet.cover.split('?v=')[1] ?? ''
  expect((await mediaOf('doi-chu', 'media/cover.svg', version1))?.hash).toBe(oldCover?.hash)
  expect((await mediaOf('doi-chu', 'media/cover.svg', null))?.hash).not.toBe(oldCover?.hash)
})

test('a course that breaks keeps its last good edition, and its problems until it is mended', async () => {
  const folder = await aCourseFolder('hong')
  await loadCourse(folder)
  await changeCourse(folder, { 'lessons/mua-ve.mdx': `${lessonSource}\nimport fs from 'node:fs'\n` })

  const refused = await loadCourse(folder)

  expect(refused).toMatchObject({ problems: [{ file: 'lessons/mua-ve.mdx' }] })
  expect((await currentEdition('hong'))?.number).toBe(1)
  expect(await keptProblems('hong')).toMatchObject([{ file: 'lessons/mua-ve.mdx' }])

  await changeCourse(folder, { 'lessons/mua-ve.mdx': lessonSource })
  expect(await loadCourse(folder)).toEqual({ edition: 1, isNew: false })
  expect(await keptProblems('hong')).toBeNull()
})

test('a course that never was good is not there, but its problems are', async () => {
  const folder = await aCourseFolder('chua-co', { 'bank/mua-ve.mdx': null })

  await loadCourse(folder)

  expect(await currentEdition('chua-co')).toBeNull()
  expect(await keptProblems('chua-co')).toMatchObject([{ file: 'bank/mua-ve.mdx', code: 'file-missing' }])
})

test('many loads at once make one edition', async () => {
  const folder = await aCourseFolder('cung-luc')

  const outcomes = await Promise.all(Array.from({ length: 4 }, () => loadCourse(folder)))

  expect(outcomes.filter((outcome) => 'isNew' in outcome && outcome.isNew)).toHaveLength(1)
  expect(outcomes.every((outcome) => 'edition' in outcome && outcome.edition === 1)).toBe(true)
  expect(await editionCount('cung-luc')).toBe(1)
})

test('two processes that load the same course make one edition', async () => {
  const folder = await aCourseFolder('hai-may')
  const program = `import('#app/courses/commands.server.ts').then(async ({ coursesCommands }) => {
    process.exitCode = await coursesCommands.load.run([${JSON.stringify(folder)}])
    const { closeDatabase } = await import('#app/db/db.server.ts')
    await closeDatabase()
  })`
  const run = () =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      env: process.env,
    })

  const outputs = await Promise.all([run(), run()])

  const lines = outputs.map(({ stdout }) => stdout.trim()).sort()
  expect(lines.filter((line) => line.endsWith('đã đăng bản 1.'))).toHaveLength(1)
  expect(lines.filter((line) => line.endsWith('không có gì mới, vẫn là bản 1.'))).toHaveLength(1)
  expect(await editionCount('hai-may')).toBe(1)
})

test('a lesson that changes only its bank makes the next edition with the new questions', async () => {
  const folder = await aCourseFolder('them-cau')
  await loadCourse(folder)
  await changeCourse(folder, { 'bank/mua-ve.mdx': `${goodCourse['bank/mua-ve.mdx']}\n${question('ve-thi-ba')}\n` })

  expect(await loadCourse(folder)).toEqual({ edition: 2, isNew: true })
  const edition = await currentEdition('them-cau')
  const pool = await db
    .select()
    .from(examQuestions)
    .where(eq(examQuestions.editionId, edition?.id ?? ''))
  expect(pool).toHaveLength(3)
})
