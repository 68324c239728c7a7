import type { Connection, Sent } from '#tests/bench/connection.ts'

export type Timing = { step: string; ms: number }

/** The same connection, noting how long each answer took under the name of the step. Failures are noted by who asked. */
export function timed(connection: Connection, timings: Timing[]): Connection {
  const send = connection.send.bind(connection)
  connection.send = async (sent: Sent) => {
    const sentAt = performance.now()
    const answer = await send(sent)
    timings.push({ step: stepOf(sent), ms: performance.now() - sentAt })
    return answer
  }
  return connection
}

function stepOf({ method = 'GET', path }: Sent): string {
  return `${method} ${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id').replace(/\?.*/, '')}`
}
