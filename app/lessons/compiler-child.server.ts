import { type ChildProcess, fork } from 'node:child_process'
import type { Built, Job } from '#app/lessons/build-lesson.server.ts'
import type { FindingCode } from '#app/lessons/finding.ts'
import { processorMs } from '#app/lessons/processor-time.server.ts'
import { entryPath } from '#app/web/entry-path.server.ts'

export type Outcome = Built | { broken: FindingCode; detail: string }

export type ChildOptions = {
  /** Processor time one file may take, once the child is ready; by the clock, six times that on a crowded machine. */
  limitMs?: number
  /** Time the child may take to start. */
  startMs?: number
  entry?: { path: string; execArgv: string[] }
}

const megabytes = 256

/**
 * A child process that compiles files in turn, so that ten lessons do not start ten processes. A file that takes too
 * long, too much memory, or brings the child down is reported as broken; the next file gets a new child.
 */
export function openChild(options: ChildOptions = {}) {
  const { limitMs = 5_000, startMs = 60_000 } = options
  const entry = options.entry ?? entryPath('compile-lesson', 'app/lessons/compile-child.server.ts')
  let child: Promise<ChildProcess> | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let count = 0

  async function run(job: Job): Promise<Outcome> {
    child ??= start(entry, startMs)
    const running = await child.catch(() => null)
    const outcome = running
      ? await ask(running, ++count, job, limitMs)
      : broken('compiler-broken', 'the child did not start')
    if ('broken' in outcome) {
      if (running) end(running)
      child = null
    }
    return outcome
  }

  return {
    compile(job: Job): Promise<Outcome> {
      const outcome = queue.then(() => run(job))
      queue = outcome
      return outcome
    },
    async close(): Promise<void> {
      await queue
      const running = await child?.catch(() => null)
      if (running) end(running)
      child = null
    },
  }
}

function broken(code: FindingCode, detail: string): Outcome {
  return { broken: code, detail }
}

function start({ path, execArgv }: { path: string; execArgv: string[] }, limitMs: number): Promise<ChildProcess> {
  const child = fork(path, [], {
    // Nothing of ours: no secrets, no addresses. NODE_ENV alone, so that React draws as in production.
    env: { NODE_ENV: 'production' },
    execArgv: [...execArgv, `--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A group of its own, so that esbuild, the child's child, ends with it.
    detached: true,
  })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      end(child)
      reject(new Error('too slow to start'))
    }, limitMs)
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(timer)
      reject(new Error('ended before it was ready'))
    })
    child.once('message', () => {
      clearTimeout(timer)
      resolve(child)
    })
  })
}

type Answer = { number: number } & ({ built: Built } | { failure: string })

function ask(child: ChildProcess, number: number, job: Job, limitMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome) => {
      stopWatching()
      child.off('message', hear).off('exit', fall).off('error', fall)
      resolve(outcome)
    }
    const hear = (answer: Answer) => {
      if (answer.number !== number) return
      settle('built' in answer ? answer.built : broken('compiler-broken', answer.failure))
    }
    const fall = () => settle(broken('too-heavy', 'the child ended'))
    const stopWatching = watch(child, limitMs, () => settle(broken('too-slow', `${limitMs} ms`)))
    child.on('message', hear).on('exit', fall).on('error', fall)
    if (!child.connected) fall()
    else child.send({ number, job }, (problem) => problem && fall())
  })
}

/** Calls when the child has worked for the limit, or has had six times that by the clock. */
function watch({ pid = 0 }: ChildProcess, limitMs: number, isOver: () => void): () => void {
  const started = Date.now()
  const before = processorMs(pid)
  const look = () => {
    const now = processorMs(pid)
    const used = before === null || now === null ? limitMs : now - before
    if (used >= limitMs || Date.now() - started >= limitMs * 6) isOver()
    else timer = setTimeout(look, Math.max(50, limitMs - used))
  }
  let timer = setTimeout(look, limitMs)
  return () => clearTimeout(timer)
}

function end(child: ChildProcess) {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}
