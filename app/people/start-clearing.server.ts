import { clearExpired } from '#app/people/clear-expired.server.ts'
import { log } from '#app/web/log.server.ts'

const everyMs = 60 * 60_000

/** Removes sessions, codes and failures that have run out, at start and every hour; for the primary process. Returns how to stop it. */
export function startClearing(): () => Promise<void> {
  let running = clear()
  const timer = setInterval(() => {
    running = running.then(clear)
  }, everyMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}

async function clear() {
  try {
    await clearExpired()
  } catch (problem) {
    log.error({ err: problem }, 'what has run out could not be removed; tried again in an hour')
  }
}
