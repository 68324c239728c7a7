import { Worker } from 'node:worker_threads'
import type { Drawn, ToDraw } from '#app/certificates/pdf-worker.server.ts'
import { entryPath } from '#app/web/entry-path.server.ts'

/**
 * One thread that draws papers one after the other, started with the first and again when it died. `draw` answers
 * 'busy' when `longest` papers wait already, and throws when a drawing fails or takes longer than `limitMs`; the first
 * of a new thread may take `startMs` more.
 */
export function pdfThread({ limitMs, startMs, longest }: { limitMs: number; startMs: number; longest: number }) {
  let thread: Worker | null = null
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0

  function draw(paper: ToDraw): Promise<Uint8Array | 'busy'> {
    if (waiting >= longest) return Promise.resolve('busy')
    waiting++
    const drawn = last.then(() => drawNow(paper)).finally(() => waiting--)
    last = drawn.catch(() => {})
    return drawn
  }

  async function drawNow(paper: ToDraw): Promise<Uint8Array> {
    const allowedMs = thread ? limitMs : limitMs + startMs
    const worker = thread ?? start()
    thread = worker
    worker.ref()
    const drawn = await answerOf(worker, paper, allowedMs).catch((problem: unknown) => {
      thread = null
      void worker.terminate()
      throw problem
    })
    worker.unref() // a thread at rest does not keep the process alive
    if ('problem' in drawn) throw new Error(`a certificate was not drawn: ${drawn.problem}`)
    return drawn.bytes
  }

  function start() {
    const worker = threadAt(entryPath('certificate-pdf', 'app/certificates/pdf-worker.server.ts'))
    worker.on('error', () => {}) // between two papers nobody waits for it; the next one starts another
    worker.on('exit', () => {
      if (thread === worker) thread = null
    })
    return worker
  }

  return { draw }
}

/** What the thread makes of a paper; throws when it dies over it or takes too long. */
function answerOf(worker: Worker, paper: ToDraw, allowedMs: number): Promise<Drawn> {
  return new Promise<Drawn>((resolve, reject) => {
    const timer = setTimeout(() => fail(new Error(`a certificate took longer than ${allowedMs} ms to draw`)), allowedMs)
    worker.once('message', succeed)
    worker.once('error', fail)
    worker.once('exit', gone)
    worker.postMessage(paper)

    function succeed(drawn: Drawn) {
      settle()
      resolve(drawn)
    }
    function fail(problem: Error) {
      settle()
      reject(problem)
    }
    function gone(code: number) {
      fail(new Error(`the thread that draws certificates ended with ${code}`))
    }
    function settle() {
      clearTimeout(timer)
      worker.removeListener('message', succeed)
      worker.removeListener('error', fail)
      worker.removeListener('exit', gone)
    }
  })
}

/** Sharp edge: `--import tsx` does nothing in a thread of Node 20, so from source the thread registers tsx itself. */
function threadAt({ path, execArgv }: { path: string; execArgv: string[] }): Worker {
  if (execArgv.length === 0) return new Worker(path)
  const throughTsx = `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(path)}) })`
  return new Worker(throughTsx, { eval: true, execArgv: [] })
}
