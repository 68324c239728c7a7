import { loadAll } from '#app/courses/load-all.server.ts'
import { startIntake } from '#app/intake/start-intake.server.ts'
import { startSweep } from '#app/ledger/start-sweep.server.ts'
import { startDelivery } from '#app/messages/start-delivery.server.ts'
import { readyIdentityKeys } from '#app/people/ready-identity-keys.server.ts'
import { startClearing } from '#app/people/start-clearing.server.ts'
import { startBeside } from '#app/requirements/beside/start-beside.server.ts'
import { clearEvidence } from '#app/requirements/hours/clear-evidence.server.ts'
import { tellFirstAdministrator } from '#app/routes/first-administrator.server.ts'
import { log } from '#app/web/log.server.ts'
import { readyDataDir } from '#app/web/ready-data-dir.server.ts'
import { repeat } from '#app/web/repeat.server.ts'
import type { Job } from '#app/web/serve.server.ts'

/** Once, before anybody is served: a folder to keep files in, and the courses that ship with the product or stand in the operator's folder. */
export const beforeServing: Array<() => Promise<void>> = [
  readyDataDir,
  () => loadAll('content'),
  tellFirstAdministrator,
  tellOfMissingKeys,
]

const hourMs = 60 * 60_000

/** In the primary process while workers serve: overdue attempts are closed, letters go out; beside it lists of people come in, and standings are kept, previews worked out, reminders made. */
export const whileServing: Job[] = [
  startSweep,
  startClearing,
  () =>
    repeat(() => clearEvidence(), {
      everyMs: hourMs,
      onProblem: (problem) => log.error({ err: problem }, 'evidence stays'),
    }),
  () => startIntake({ onProblem: (problem) => log.error({ err: problem }, 'lists of people wait') }),
  startBeside,
  () => startDelivery({ onProblem: (problem) => log.error({ err: problem }, 'letters wait') }),
]

/** Learning goes on without them; numbers stay sealed until the operator has put the file back. */
async function tellOfMissingKeys() {
  if (!(await readyIdentityKeys()))
    log.error('keys/identity-numbers.key is not the one of this database: put it back from a backup')
}
