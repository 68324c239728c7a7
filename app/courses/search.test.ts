import { expect, test, vi } from 'vitest'
import { loadCourse } from '#app/courses/load.server.ts'
import { searchCourses } from '#app/courses/search.server.ts'
import { aCourseFolder, changeCourse, goodCourse } from '#tests/course-folder.ts'

test('a published course is found at once by the words of its lessons, and a new edition by its new words', async () => {
  expect(await searchCourses('qua song')).toEqual([])
  const folder = await aCourseFolder('tim')
  await loadCourse(folder)

  await vi.waitFor(async () =>
    expect(await searchCourses('chi tu')).toMatchObject([
      { slug: 'tim', lesson: { lesson: 'mua-ve', title: 'Mua vé đò' } },
    ]),
  )
  expect(await searchCourses('sau rieng')).toEqual([])

  const lesson = String(goodCourse['lessons/mua-ve.mdx']).replace('Chị Tư mở', 'Chị Tư bán sầu riêng, mở')
  await changeCourse(folder, { 'lessons/mua-ve.mdx': lesson })
  await loadCourse(folder)

  await vi.waitFor(async () => {
    const [hit] = await searchCourses('sau rieng')
    expect(hit?.excerpt?.filter((piece) => piece.isMatch).map((piece) => piece.text)).toEqual(['sầu', 'riêng'])
  })
})
