import { expect, test } from 'vitest'
import { loadCourse } from '#app/courses/load.server.ts'
import { coursesDesk } from '#app/enrolments/courses-desk.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { aCourseFolder, goodCourse } from '#tests/course-folder.ts'
import { anEdition, aPerson } from '#tests/factories.ts'

test('a course stands with its newest edition, and with how many learners are on which', async () => {
  const trainer = await aPerson({ role: 'trainer' })
  const first = await anEdition({ slug: 'cd3' })
  for (const person of [await aPerson(), await aPerson()]) await enrol(person, 'cd3')
  await anEdition({ slug: 'cd3' })
  await enrol(await aPerson(), 'cd3')
  await anEdition({ slug: 'cd4' })

  const desk = await coursesDesk(trainer)

  expect(desk?.courses).toMatchObject([
    {
      slug: 'cd3',
      title: first.sheet.title,
      edition: 2,
      learners: [
        { edition: 2, count: 1 },
        { edition: 1, count: 2 },
      ],
    },
    { slug: 'cd4', edition: 1, learners: [] },
  ])
})

test('what stood in the way of loading is told with file, line and column, of new courses too', async () => {
  const lesson = `${goodCourse['lessons/mua-ve.mdx']}\n<div>x</div>\n`
  await loadCourse(await aCourseFolder('hong', { 'lessons/mua-ve.mdx': lesson }))

  const desk = await coursesDesk(await aPerson({ role: 'administrator' }))

  expect(desk?.troubles).toMatchObject([
    { slug: 'hong', problems: [{ file: 'lessons/mua-ve.mdx', line: expect.any(Number), column: 1 }] },
  ])
})

test('courses are looked after by trainers and administrators alone', async () => {
  for (const role of ['learner', 'manager'] as const) expect(await coursesDesk(await aPerson({ role }))).toBeNull()
})
