import { closeDatabase } from '#app/db/db.server.ts'
import { runReminders } from '#app/requirements/reminders/run-reminders.server.ts'

// A process of its own that makes a run of reminders, so that a test can kill it in the middle.
const [at = ''] = process.argv.slice(2)
await runReminders({ at: new Date(at) })
await closeDatabase()
process.exit(0)
