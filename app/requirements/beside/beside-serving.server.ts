import { closeDatabase } from '#app/db/db.server.ts'
import { standBehind } from '#app/db/stand-behind.server.ts'
import { startPreviews } from '#app/requirements/asking/start-previews.server.ts'
import { startKeeping } from '#app/requirements/keeping/start-keeping.server.ts'
import { startReminders } from '#app/requirements/reminders/start-reminders.server.ts'
import { log } from '#app/web/log.server.ts'

/**
 * The process that looks at everybody: standings are kept, previews worked out, reminders made. It ends with its parent, or
 * when that tells it to; a step that is half done is taken again by the next.
 */
standBehind()
const jobs = [
  startKeeping({ onProblem: (problem) => log.error({ err: problem }, 'standings wait') }),
  startPreviews({ onProblem: (problem) => log.error({ err: problem }, 'previews wait') }),
  startReminders({ onProblem: (problem) => log.error({ err: problem }, 'reminders wait') }),
]

const end = async () => {
  await Promise.all(jobs.map((stop) => stop()))
  await closeDatabase()
  process.exit()
}
process.once('disconnect', () => void end())
if (!process.connected) await end() // the parent left before anybody listened
process.on('SIGTERM', () => {}) // the primary tells when to stop; a signal to the whole group reaches it too
process.on('SIGINT', () => {})
