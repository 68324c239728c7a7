import { setPriority } from 'node:os'
import { type ReadJob, readTable, type Told } from '#app/intake/reading/read-table.server.ts'

/**
 * The process in which one file is taken apart: with little memory, no environment, and behind everybody else when the
 * machine is busy. It tells one thing at a time and goes on when asked for more; when its parent is gone it goes too.
 */
let more = () => {}

process.on('disconnect', () => process.exit())
process.on('message', (message: { job: ReadJob } | 'more') => {
  if (message === 'more') more()
  else void work(message.job)
})
// On two busy cores this takes a tenth of what learners get: enough for 50,000 people in under a minute.
setPriority(7)
process.send?.('ready')

async function work(job: ReadJob) {
  try {
    for await (const told of readTable(job)) await tell(told)
  } catch (failure) {
    process.send?.({ kind: 'failed', failure: failure instanceof Error ? (failure.stack ?? '') : String(failure) })
  }
}

function tell(told: Told): Promise<void> {
  return new Promise((resolve) => {
    more = resolve
    process.send?.(told)
  })
}
