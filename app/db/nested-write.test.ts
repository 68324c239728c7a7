import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { temporaryFolder } from '#tests/temporary-folder.ts'

test('in production a write that waits for itself ends its process, so that another serves on', () => {
  const folder = temporaryFolder('write')
  const code = `
    const { write } = await import('#app/db/db.server.ts')
    await write(() => write(async () => {}))
  `
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder, DATABASE_URL: `file:${folder}/x.db` },
    encoding: 'utf8',
    timeout: 60_000,
  })

  expect(stderr).toContain('a write stood still for 5 s')
  expect(status).toBe(1)
}, 90_000)
