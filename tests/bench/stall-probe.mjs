import cluster from 'node:cluster'
import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/**
 * Loaded into the server by NODE_OPTIONS: how long the event loop of a worker was ever held. On SIGUSR2 it writes what
 * it saw since the signal before. The histogram counts its own 10 ms timer in.
 */
if (cluster.isWorker) {
  const resolution = 10
  const delay = monitorEventLoopDelay({ resolution })
  delay.enable()
  process.on('SIGUSR2', () => {
    const ms = (/** @type {number} */ nanoseconds) => Math.max(0, nanoseconds / 1e6 - resolution)
    const seen = { longestMs: ms(delay.max), p99Ms: ms(delay.percentile(99)) }
    writeFileSync(`${process.env.BENCH_STALLS}/${process.pid}.json`, JSON.stringify(seen))
    delay.reset()
  })
}
