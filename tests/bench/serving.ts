import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Context, dataIn, freshData } from '#tests/bench/context.ts'
import { pinnedTo } from '#tests/bench/pinned.ts'
import { childrenOf, memoryOf } from '#tests/bench/processes.ts'

export type Serving = {
  port: number
  data: string
  /** The primary first, then the workers. */
  pids: number[]
  /** Notes how much memory each process holds, then ends the server cleanly. */
  stop(): Promise<void>
  /** SIGKILL to every process at once: nothing is flushed, nothing is finished. */
  kill(): Promise<void>
}

type Wish = { name: string; data?: string; isPinned?: boolean; env?: Record<string, string> }

/** The built server on a copy of the seeded data. Pinned: one worker on the first core; otherwise one a core. */
export async function startServer(context: Context, { name, isPinned = false, ...wish }: Wish): Promise<Serving> {
  const data = wish.data ?? freshData(context)
  const port = await freePort()
  const [program, ...first] = pinnedTo(isPinned ? 0 : undefined, process.execPath)
  const profile = context.options.profile ? ['--cpu-prof', `--cpu-prof-dir=${join(context.options.profile, name)}`] : []
  const child = spawn(program, [...first, ...profile, 'build/server/index.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      PROCESSES: isPinned ? '1' : '2',
      ...dataIn(data),
      ...wish.env,
    },
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await Promise.race([isServing(child, port), exited.then(() => Promise.reject(new Error('the server did not start')))])
  const primary = child.pid ?? 0
  const pids = [primary, ...childrenOf(primary)]
  return {
    port,
    data,
    pids,
    stop: () => {
      for (const [place, pid] of pids.entries()) {
        const { now, most } = memoryOf(pid)
        context.memory.push({ after: name, process: place === 0 ? 'primary' : `worker ${place}`, megabytes: now, most })
      }
      child.kill('SIGTERM')
      return exited
    },
    kill: () => {
      for (const pid of pids) process.kill(pid, 'SIGKILL')
      return exited
    },
  }
}

async function isServing(child: ChildProcess, port: number) {
  child.stdout?.on('data', () => {}) // a full pipe would stop the server
  for (;;) {
    const isUp = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isUp) return
    await new Promise((wake) => setTimeout(wake, 50))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
