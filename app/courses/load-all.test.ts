import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { currentEditions } from '#app/courses/edition.server.ts'
import { loadAll } from '#app/courses/load-all.server.ts'
import { loadProblems } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import { aCourseFolder } from '#tests/course-folder.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

test('a broken course stops neither the others nor the start, and folders without course.yaml are passed over', async () => {
  const content = temporaryFolder('content')
  await cp(await aCourseFolder('a1', { 'course.yaml': 'code: [' }), join(content, 'a1'), { recursive: true })
  await cp(await aCourseFolder('b2'), join(content, 'b2'), { recursive: true })
  await cp(await aCourseFolder('c3', { 'course.yaml': null }), join(content, 'c3'), { recursive: true })

  await loadAll(content)

  expect((await currentEditions()).map(({ slug }) => slug)).toEqual(['b2'])
  expect((await db.select().from(loadProblems)).map(({ slug }) => slug)).toEqual(['a1'])
})

test('a folder of courses that is not there stops nothing', async () => {
  await expect(loadAll('/nowhere/at/all')).resolves.toBeUndefined()
})
