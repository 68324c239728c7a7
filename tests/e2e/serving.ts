import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export type Serving = {
  url: string
  folder: string
  printed(): string
  stop(signal?: NodeJS.Signals): Promise<number | null>
  pid: number
}

/** Starts the built server as an operator would, on a free port, with this folder for its data. */
export async function startServer(settings: Record<string, string>, folder: string): Promise<Serving> {
  const child = spawn('node', ['build/server/index.js'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: '0',
      HOST: '127.0.0.1',
      PROCESSES: '1',
      DATA_DIR: folder,
      DATABASE_URL: `file:${join(folder, 'ben-so.db')}`,
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  child.stdout.on('data', (bytes) => (printed += bytes))
  child.stderr.on('data', (bytes) => (printed += bytes))
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await addressOf(child, exited, () => printed)
  return {
    url,
    folder,
    pid: child.pid ?? 0,
    printed: () => printed,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal)
      return exited
    },
  }
}

async function addressOf(child: ChildProcess, exited: Promise<number | null>, printed: () => string): Promise<string> {
  const giveUpAt = Date.now() + 120_000
  let code: number | null | undefined
  exited.then((ended) => (code = ended))
  while (Date.now() < giveUpAt) {
    const address = /^Bến Số: (http\S+)$/m.exec(printed())?.[1]
    if (address) return address
    if (code !== undefined) throw new Error(`the server ended with ${code}:\n${printed()}`)
    await new Promise((wake) => setTimeout(wake, 50))
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not say its address:\n${printed()}`)
}
