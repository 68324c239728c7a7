import cluster from 'node:cluster'
import { availableParallelism } from 'node:os'
import type { ServerBuild } from '@remix-run/node'
import { environment } from '#app/db/environment.server.ts'
import { log } from '#app/web/log.server.ts'
import { answerMetrics } from '#app/web/metrics.server.ts'
import { type EarlyHandlers, startWorker } from '#app/web/worker.server.ts'

/** A job of the primary process: returns how to stop it. */
export type Job = () => () => Promise<void> | void

export type Assembly = {
  build: ServerBuild
  early: EarlyHandlers
  /** Done once, in the primary process, before any worker starts: loading courses and the like. */
  beforeServing: Array<() => Promise<void>>
  /** Run in the primary process while workers serve: sweeps, deliveries. */
  whileServing: Job[]
}

/** One process per core shares the port; the primary serves nobody, so its jobs stall nobody. */
export async function serve({ build, early, beforeServing, whileServing }: Assembly) {
  if (cluster.isPrimary) await lead(beforeServing, whileServing)
  else await startWorker(build, early)
}

async function lead(beforeServing: Assembly['beforeServing'], whileServing: Job[]) {
  for (const prepare of beforeServing) await prepare()

  let isStopping = false
  const processes = environment.PROCESSES ?? availableParallelism()
  answerMetrics()
  cluster.on('exit', (worker, code, signal) => {
    if (isStopping) return
    log.error({ worker: worker.process.pid, code, signal }, 'a server process ended; another takes its place')
    setTimeout(() => cluster.fork(), 500)
  })
  const listening = new Promise<number>((resolve, reject) => {
    cluster.on('listening', (_, address) => resolve(address.port))
    cluster.on('message', (_, message) => {
      if (isPortProblem(message)) reject(new Error(message.portProblem))
    })
  })
  for (let process = 0; process < processes; process++) cluster.fork()
  const port = await listening.catch((problem: Error) => {
    process.stderr.write(`${problem.message}\n`)
    process.exit(78)
  })
  process.stdout.write(`Bến Số: ${environment.PUBLIC_URL ?? `http://localhost:${port}`}\n`)
  const jobs = whileServing.map((start) => start())

  const stop = async () => {
    if (isStopping) return
    isStopping = true
    const ended = Object.values(cluster.workers ?? {}).map(
      (worker) => new Promise<void>((resolve) => (worker ? worker.once('exit', () => resolve()) : resolve())),
    )
    for (const worker of Object.values(cluster.workers ?? {})) worker?.send('stop')
    await Promise.all([...ended, ...jobs.map((stopJob) => stopJob())])
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

function isPortProblem(message: unknown): message is { portProblem: string } {
  return typeof message === 'object' && message !== null && 'portProblem' in message
}
