import { closeOverdue } from '#app/ledger/close-overdue.server.ts'
import { log } from '#app/web/log.server.ts'

const everyMs = 15_000

/** Closes attempts whose time is over, every now and then; for the primary process. Returns how to stop it. */
export function startSweep(): () => Promise<void> {
  let running: Promise<void> | null = null
  const timer = setInterval(() => {
    running ??= sweep().finally(() => {
      running = null
    })
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}

async function sweep() {
  try {
    while ((await closeOverdue()) >= 100);
  } catch (problem) {
    log.error({ err: problem }, 'overdue attempts could not be closed; tried again soon')
  }
}
