import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { entryPath } from '#app/web/entry-path.server.ts'

test('in the build a child is the built file beside the server, run by node alone', () => {
  const from = 'file:///srv/ben-so/build/server/assets/index-abc.js'
  expect(entryPath('compile-lesson', 'app/lessons/compile-child.server.ts', from)).toEqual({
    path: '/srv/ben-so/build/server/compile-lesson.js',
    execArgv: [],
  })
})

test('from source it is the source, run through tsx', () => {
  const entry = entryPath('compile-lesson', 'app/lessons/compile-child.server.ts')
  expect(existsSync(entry.path)).toBe(true)
  expect(entry.execArgv).toEqual(['--import', 'tsx'])
})
