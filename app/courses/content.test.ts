import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adviseOn } from '#app/courses/advice/advise.server.ts'
import { figuresInWords } from '#app/courses/advice/figures-in-words.ts'
import { checkCourse } from '#app/courses/check.server.ts'

const shipped = readdirSync('content', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
)

test.each(shipped)('%s has no fault, and no advice is left that it does not explain', async (slug) => {
  const checked = await checkCourse(`content/${slug}`)
  if ('problems' in checked)
    throw new Error(checked.problems.map(({ file, message }) => `${file} ${message}`).join('\n'))
  const { advice, figures } = adviseOn(checked)
  process.stdout.write(`${[slug, ...figures.map(figuresInWords)].join('\n')}\n`)

  expect(advice.map(({ file, line, message }) => `content/${slug}/${file}:${line} ${message}`)).toEqual([])
})

/** Lessons, minutes and tiết of each course, as the curriculum lays them out. */
const curriculum = {
  cb1: [6, 450, 10],
  cb2: [5, 450, 10],
  cb3: [5, 450, 10],
  cb4: [5, 450, 10],
  cd1: [5, 70, 0],
  cd2: [4, 50, 0],
  cd3: [5, 65, 0],
  cd4: [5, 75, 0],
  cn1: [5, 110, 2.5],
  cn2: [5, 110, 2.5],
  cn3: [4, 90, 2],
  dn1: [5, 360, 8],
}

test('twelve courses ship, with the lessons, minutes and hours of the curriculum', () => {
  const numberIn = (file: string, name: string) =>
    Number(new RegExp(`^${name}: (.+)$`, 'm').exec(readFileSync(`content/${file}`, 'utf8'))?.[1])
  const shippedAs = (slug: string) => {
    const lessons = readdirSync(`content/${slug}/lessons`)
    const minutes = lessons.map((lesson) => numberIn(`${slug}/lessons/${lesson}`, 'minutes'))
    return [lessons.length, minutes.reduce((sum, each) => sum + each), numberIn(`${slug}/course.yaml`, 'hours')]
  }
  expect(Object.fromEntries(shipped.map((slug) => [slug, shippedAs(slug)]))).toEqual(curriculum)
})

test('every course has a sheet for a class, those of officials a digest for leaders, two are taught in English too', () => {
  const having = (file: string) => shipped.filter((slug) => existsSync(`content/${slug}/${file}`)).sort()
  expect(having('handouts/huong-dan-lop.mdx')).toEqual(Object.keys(curriculum))
  expect(having('handouts/ban-tom-cho-lanh-dao.mdx')).toEqual(['cb1', 'cb2', 'cb3', 'cb4'])
  expect(having('en/course.yaml')).toEqual(['cd3', 'cn2'])
})
