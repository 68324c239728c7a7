import { isRunDue } from '#app/requirements/reminders/is-run-due.server.ts'
import { runReminders } from '#app/requirements/reminders/run-reminders.server.ts'
import { type Repeating, repeat } from '#app/web/repeat.server.ts'

type Options = Repeating & { clock?: () => Date }

/**
 * Makes the run of each day in the background until stopped, whenever the server came up; for the process beside serving. Any
 * number of processes may run it: the lease lets one work. The stop it returns waits for one step at most.
 */
export function startReminders({ everyMs = 120_000, clock = () => new Date(), ...options }: Options = {}) {
  let isStopping = false
  const look = async () => {
    const at = clock()
    if (await isRunDue(at)) await runReminders({ at, isGentle: true, shouldStop: () => isStopping })
  }
  const stop = repeat(look, { everyMs, ...options })
  return (): Promise<void> => {
    isStopping = true
    return stop()
  }
}
