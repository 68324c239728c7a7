import { type ChildProcess, fork } from 'node:child_process'
import { entryPath } from '#app/web/entry-path.server.ts'
import { log } from '#app/web/log.server.ts'

const againAfterMs = 500

/**
 * Runs what looks at everybody in a process of its own, and another where that ended; for the primary process, which hands
 * connections to the workers meanwhile. The stop it returns waits for one step at most.
 */
export function startBeside(): () => Promise<void> {
  let isStopping = false
  let child = begin()

  function begin(): ChildProcess {
    const { path, execArgv } = entryPath('beside-serving', 'app/requirements/beside/beside-serving.server.ts')
    const begun = fork(path, [], { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    begun.on('error', (problem) => log.error({ err: problem }, 'the process beside serving could not be told'))
    begun.once('exit', (code, signal) => {
      if (isStopping) return
      log.error({ code, signal }, 'the process beside serving ended; another takes its place')
      setTimeout(() => {
        if (!isStopping) child = begin()
      }, againAfterMs)
    })
    return begun
  }

  return async () => {
    isStopping = true
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    if (child.connected) child.disconnect()
    await ended
  }
}
