import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Connection, type Sent } from '#tests/bench/connection.ts'
import type { Context } from '#tests/bench/context.ts'
import { pinnedTo } from '#tests/bench/pinned.ts'

export type Bare = { port: number; pids: number[]; bytes: number; stop(): void }

/** Headers that `node:http` adds by itself, or that speak of how and not of what. */
const own = ['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length']

/** Asks the server once, then starts the bare server that sends what it answered: the same bytes, as many headers. */
export async function startBare(context: Context, port: number, asked: Sent): Promise<Bare> {
  const connection = new Connection(port)
  const answer = await connection.send(asked)
  connection.close()
  if (answer.status !== 200) throw new Error(`${asked.path} answered ${answer.status}`)
  const headers = answer.head
    .split('\r\n')
    .slice(1)
    .map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])
    .filter(([name]) => !own.includes(name.toLowerCase()))
  headers.push(['content-length', String(answer.body.length)])
  const file = join(mkdtempSync(join(context.folder, 'bare-')), 'answer.json')
  writeFileSync(file, JSON.stringify({ headers: headers.flat(), body: answer.body.toString('base64') }))
  return serveBare(file, answer.body.length)
}

function serveBare(file: string, bytes: number): Promise<Bare> {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'bare.mjs')
  const [program, ...first] = pinnedTo(0, process.execPath)
  const child = spawn(program, [...first, script, file], { stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the bare server did not start')))
    child.stdout.once('data', (port: Buffer) =>
      resolve({ port: Number(port.toString()), pids: [child.pid ?? 0], bytes, stop: () => child.kill() }),
    )
  })
}
