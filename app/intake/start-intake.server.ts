import { type ChildProcess, fork } from 'node:child_process'
import { clearLists } from '#app/intake/clear-lists.server.ts'
import { isWorkDue } from '#app/intake/work-due.server.ts'
import { entryPath } from '#app/web/entry-path.server.ts'
import { type Repeating, repeat } from '#app/web/repeat.server.ts'

const megabytes = 300
const clearedEveryMs = 60 * 60_000

/**
 * Looks every second whether a list waits, and lets a process of its own work on it; for the primary process.
 * Returns how to stop it: what is half done goes on at the next start.
 */
export function startIntake({ everyMs = 1_000, ...options }: Repeating = {}): () => Promise<void> {
  let child: ChildProcess | null = null
  let clearedAt = 0
  const look = async () => {
    if (Date.now() - clearedAt > clearedEveryMs) {
      clearedAt = Date.now()
      await clearLists()
    }
    if (!(await isWorkDue())) return
    child = forkWorker()
    await ended(child)
    child = null
  }
  const stop = repeat(look, { everyMs, ...options })
  return async () => {
    if (child?.connected) child.disconnect()
    await stop()
  }
}

/** The worker needs the database and nothing else of ours. */
export function forkWorker(): ChildProcess {
  const { path, execArgv } = entryPath('take-people-in', 'app/intake/work-child.server.ts')
  const { DATABASE_URL, DATA_DIR, LOG_LEVEL, PATH } = process.env
  return fork(path, [], {
    env: { NODE_ENV: 'production', PATH, DATABASE_URL, DATA_DIR, LOG_LEVEL },
    execArgv: [...execArgv, `--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => resolve())
  })
}
