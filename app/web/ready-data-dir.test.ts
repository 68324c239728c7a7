import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataDirProblem } from '#app/web/ready-data-dir.server.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

test('a data folder that is not there yet is made, and nothing stays in it', () => {
  const folder = join(temporaryFolder('data'), 'of', 'ours')

  expect(dataDirProblem(folder)).toBeNull()
  expect(existsSync(folder) && readdirSync(folder)).toEqual([])
})

test('a data folder in which nothing can be kept is a wrong setting, told in one line', () => {
  const file = join(temporaryFolder('data'), 'file')
  writeFileSync(file, '')

  expect(dataDirProblem(file)).toMatch(/^Wrong setting DATA_DIR="[^"]*file": ENOTDIR.*$/)
  expect(dataDirProblem('/proc/ours')).toMatch(/^Wrong setting DATA_DIR="\/proc\/ours": E.*$/)
})
