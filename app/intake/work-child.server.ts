import { setPriority } from 'node:os'
import { closeDatabase } from '#app/db/db.server.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import { log } from '#app/web/log.server.ts'

/**
 * The process that takes lists in, behind everybody else when the machine is busy. It ends when nothing is due, or with
 * its parent; wherever it is stopped, the next goes on from there.
 */
const stop = new AbortController()
process.on('disconnect', () => stop.abort())
if (!process.connected) stop.abort() // the parent left before anybody listened
setPriority(7)
await workDue({
  signal: stop.signal,
  onProblem: (problem) => log.error({ err: problem }, 'a list of people could not be worked on'),
})
await closeDatabase()
process.exit()
