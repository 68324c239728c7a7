import type { RequestHandler } from 'express'

/**
 * Lets one request a turn of the loop go on to be rendered. Sharp edge: reading SQLite never leaves the turn, so that a
 * hundred pages asked for at once would be rendered in one, and answers, timers and health checks wait for all of them.
 */
export function oneATurn(): RequestHandler {
  const waiting: Array<() => void> = []

  function turn() {
    waiting.shift()?.()
    if (waiting.length > 0) setImmediate(turn)
  }

  return (request, _, next) => {
    // whoever went away while waiting is not rendered for
    waiting.push(() => (request.socket.destroyed ? undefined : next()))
    if (waiting.length === 1) setImmediate(turn)
  }
}
