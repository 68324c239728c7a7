import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runBuilt } from './run-built.mjs'
import { home, setUp } from './set-up.mjs'

// Sharp edge: building under a running server takes its files away. After an update and before the restart,
// commands run on the build that serves.
if (!isServing()) await setUp({ quiet: true })
runBuilt('admin.js', process.argv.slice(2))

function isServing() {
  try {
    const pid = readFileSync(join(home, 'build/.serving'), 'utf8')
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('build/server/index.js')
  } catch {
    return false
  }
}
