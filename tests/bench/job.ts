import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pinnedTo } from '#tests/bench/pinned.ts'

const here = dirname(fileURLToPath(import.meta.url))
let made = 0

type Settings = { folder: string; core?: number; env?: Record<string, string> }

/** Runs a script of the bench in a process of its own, on one core if given: hands it a value, brings its answer back. */
export async function runJob<Answer>(script: string, value: unknown, { folder, core, env }: Settings): Promise<Answer> {
  const name = join(folder, `job-${made++}`)
  writeFileSync(`${name}.in.json`, JSON.stringify(value))
  const [program, ...first] = pinnedTo(core, process.execPath)
  const child = spawn(program, [...first, '--import', 'tsx', join(here, script), name], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${script} ended with ${code}`)
  return JSON.parse(readFileSync(`${name}.out.json`, 'utf8'))
}

/** The other end: reads what was handed, does the work, writes the answer and ends. */
export async function answerJob<Value, Answer>(work: (value: Value) => Promise<Answer>): Promise<never> {
  const name = process.argv[2] ?? ''
  const answer = await work(JSON.parse(readFileSync(`${name}.in.json`, 'utf8')))
  writeFileSync(`${name}.out.json`, JSON.stringify(answer))
  process.exit(0)
}
