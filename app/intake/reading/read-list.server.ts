import { type ChildProcess, fork } from 'node:child_process'
import type { Batch, ReadJob, Told } from '#app/intake/reading/read-table.server.ts'
import type { Refusal, RefusalCode } from '#app/intake/reading/refusal.ts'
import type { Source } from '#app/intake/reading/table.ts'
import type { Plan } from '#app/intake/reading/understand.ts'
import { processorMs } from '#app/lessons/processor-time.server.ts'
import { entryPath } from '#app/web/entry-path.server.ts'

export type Listener = {
  /** Once, before the first batch: what the file is and what its columns are. */
  onPlan?(source: Source, plan: Plan): void | Promise<void>
  /** Some hundred people at a time, in the order of the file; the next come when this is done. */
  onBatch?(batch: Batch): void | Promise<void>
  /** The row reached and the share of the file that is read, 0 to 1. */
  onProgress?(row: number, share: number): void
}

export type ReadLimits = {
  /** Ends the reading: the outcome is the refusal `cancelled`. */
  signal?: AbortSignal
  /** Processor time the child may use; by the clock, without the time we let it wait, twenty times that. */
  limitMs?: number
  megabytes?: number
  entry?: { path: string; execArgv: string[] }
}

export type ReadOutcome = { people: number; passed: number } | { refusal: Refusal }

/**
 * Reads a list of people in a process of its own, so that no file whatever can stop the server or take its memory.
 * What was told before a refusal is to be thrown away: a list is read whole or not at all.
 * @throws where the child fails for a reason that is not the file's
 */
export async function readList(job: ReadJob, listener: Listener, within: ReadLimits = {}): Promise<ReadOutcome> {
  const { signal, limitMs = 60_000, megabytes = 300 } = within
  const { path, execArgv } = within.entry ?? entryPath('read-list', 'app/intake/reading/read-child.server.ts')
  if (signal?.aborted) return refused('cancelled')
  const child = fork(path, [], {
    // Nothing of ours: no secrets, no addresses.
    env: { NODE_ENV: 'production' },
    execArgv: [...execArgv, `--max-old-space-size=${megabytes}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const stop = watch(child, limitMs)
  try {
    return await converse(child, job, listener, stop, signal)
  } finally {
    stop.end()
    child.kill('SIGKILL')
  }
}

type Message = 'ready' | Told | { kind: 'failed'; failure: string }

function converse(
  child: ChildProcess,
  job: ReadJob,
  listener: Listener,
  watching: Watch,
  signal?: AbortSignal,
): Promise<ReadOutcome> {
  return new Promise((resolve, reject) => {
    const hear = async (message: Message) => {
      if (message === 'ready') return child.send({ job })
      if (message.kind === 'failed') return reject(new Error(`a list could not be read: ${message.failure}`))
      if (message.kind === 'refused') return resolve({ refusal: message.refusal })
      if (message.kind === 'done') return resolve({ people: message.people, passed: message.passed })
      watching.pause()
      await pass(message, listener)
      watching.resume()
      if (child.connected) child.send('more')
    }
    child.on('message', (message: Message) => void hear(message).catch(reject))
    child.once('error', () => resolve(refused('too-heavy')))
    // Memory gone: Node ends the process itself. What it had sent before is heard first.
    child.once('close', () => resolve(refused(watching.isOver() ? 'too-slow' : 'too-heavy')))
    signal?.addEventListener('abort', () => resolve(refused('cancelled')), { once: true })
  })
}

async function pass(told: Extract<Told, { kind: 'plan' | 'batch' }>, listener: Listener) {
  if (told.kind === 'plan') return listener.onPlan?.(told.source, told.plan)
  await listener.onBatch?.(told.batch)
  listener.onProgress?.(told.row, told.share)
}

type Watch = { pause(): void; resume(): void; isOver(): boolean; end(): void }

/**
 * Ends the child when it has worked for the limit, or has had twenty times that by the clock while it was its turn: it
 * stands behind everybody else, and on a crowded machine a minute of work may take long.
 */
function watch(child: ChildProcess, limitMs: number): Watch {
  let isOver = false
  let pausedAt: number | null = null
  let started = Date.now()
  const timer = setInterval(
    () => {
      const waited = (pausedAt ?? Date.now()) - started
      const used = child.pid === undefined ? null : processorMs(child.pid)
      if ((used ?? waited) < limitMs && waited < limitMs * 20) return
      isOver = true
      child.kill('SIGKILL')
    },
    Math.min(250, limitMs / 4),
  )
  return {
    pause: () => {
      pausedAt = Date.now()
    },
    resume: () => {
      started += pausedAt === null ? 0 : Date.now() - pausedAt
      pausedAt = null
    },
    isOver: () => isOver,
    end: () => clearInterval(timer),
  }
}

function refused(code: RefusalCode): ReadOutcome {
  return { refusal: { code } }
}
