import { execFile, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { preparedFolder } from '#tests/e2e/prepared.ts'
import { startServer } from '#tests/e2e/serving.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

const run = promisify(execFile)

test('a backup taken while the server works comes back to life elsewhere, whole', async () => {
  const server = await startServer({}, preparedFolder())
  onTestFinished(() => void server.stop('SIGKILL'))
  writeFileSync(join(server.folder, 'settings.yaml'), readFileSync('content/settings.yaml'))
  const writer = writeWithoutPause(join(server.folder, 'ben-so.db'))
  const before = await writer.acknowledgedAtLeast(200)
  const folder = join(temporaryFolder('operating'), 'monday')

  expect((await admin(server.folder, 'backup', folder)).stdout).toMatch(/^Backed up into .*monday: \d+ files/)
  await writer.stop()
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  await server.stop()

  const place = join(temporaryFolder('operating'), 'data')
  expect((await admin(place, 'restore', folder)).stdout).toContain('Restored from')
  const copy = new Database(join(place, 'ben-so.db'))
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
  const held = copy.prepare("SELECT max(CAST(subject_id AS int)) FROM audit_lines WHERE verb = 'tick'").pluck().get()
  copy.close()
  expect(Number(held)).toBeGreaterThanOrEqual(before)

  const again = await startServer({}, place)
  onTestFinished(() => void again.stop('SIGKILL'))
  expect((await fetch(`${again.url}/courses/cd3/media/cover.svg`)).status).toBe(200)
  expect(readFileSync(join(place, 'settings.yaml'))).toEqual(readFileSync('content/settings.yaml'))
  await again.stop()
})

test('refusals of the command line are one line and an exit code', async () => {
  const data = join(temporaryFolder('operating'), 'data')
  const full = temporaryFolder('operating')
  writeFileSync(join(full, 'something'), '')

  expect(await refusal(data, 'backup', full)).toEqual([1, `There is no database at ${data}/ben-so.db to back up.`])
  expect(await refusal(data, 'restore', full)).toEqual([1, `${full} is not a whole backup: it has no manifest.json.`])
  expect((await refusal(data, 'fly'))[0]).toBe(2)
  expect((await refusal(data, 'people', 'fly'))[0]).toBe(2)
  expect((await admin(data, '--help')).stdout).toContain('npm run admin -- backup <folder>')
})

test('asking for help opens no database', async () => {
  const data = join(temporaryFolder('operating'), 'data')
  await admin(data, '--help')

  expect(existsSync(data)).toBe(false)
})

test('a command without the settings of the server says that it made a database of its own', async () => {
  const data = join(temporaryFolder('operating'), 'data')

  expect((await admin(data, 'people', 'create', 'Nguyễn Văn A')).stderr).toContain(`was made: ${data}/ben-so.db.`)
  expect((await admin(data, 'people', 'create', 'Nguyễn Văn A')).stderr).toBe('')
})

test('a full disk leaves no half backup', async () => {
  const data = preparedFolder()
  const folder = join(temporaryFolder('operating'), 'monday')
  const command = `ulimit -f 64; exec ${process.execPath} build/server/admin.js backup ${folder}`
  const failure = await run('bash', ['-c', command], { env: settingsOf(data) }).catch((problem) => problem)

  expect([failure.code, failure.stderr.trim().split('\n').length]).toEqual([1, 1])
  expect(failure.stderr).toContain('left nothing there')
  expect(existsSync(folder)).toBe(false)
})

test('npm start on a built tree serves, and a SIGTERM to it ends everything with exit code 0', async () => {
  const data = preparedFolder()
  const startedAt = performance.now()
  const npm = spawn('npm', ['start'], {
    env: { ...settingsOf(data), PORT: '0', HOST: '127.0.0.1', PROCESSES: '2' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void npm.kill('SIGKILL'))
  const ended = new Promise<number | null>((resolve) => npm.once('exit', resolve))
  const address = await addressIn(npm.stdout)
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
  process.stdout.write(
    `npm start on a built tree served after ${((performance.now() - startedAt) / 1000).toFixed(1)} s\n`,
  )

  npm.kill('SIGTERM')
  expect(await ended).toBe(0)
  await expect(fetch(`${address}/readyz`)).rejects.toThrow()
})

function settingsOf(dataDir: string) {
  const settings = { DATA_DIR: dataDir, DATABASE_URL: `file:${join(dataDir, 'ben-so.db')}`, LOG_LEVEL: 'warn' }
  return { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' as const, ...settings }
}

function admin(dataDir: string, ...args: string[]) {
  return run(process.execPath, ['build/server/admin.js', ...args], { env: settingsOf(dataDir) })
}

async function refusal(dataDir: string, ...args: string[]) {
  const failure = await admin(dataDir, ...args).catch((problem) => problem)
  return [failure.code, String(failure.stderr).trim()]
}

/** Another process that writes rows 1, 2, 3 … and says each number once the commit has it. */
function writeWithoutPause(file: string) {
  const script = `
    const Database = require('better-sqlite3')
    const db = new Database(${JSON.stringify(file)}, { timeout: 10000 })
    db.pragma('synchronous = FULL')
    const insert = db.prepare("INSERT INTO audit_lines (id, at, verb, subject_kind, subject_id) VALUES (?, 0, 'tick', 'test', ?)")
    let count = 0
    setInterval(() => { insert.run('tick-' + ++count, String(count)); console.log(count) }, 1)`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let acknowledged = 0
  child.stdout.on('data', (lines: Buffer) => {
    acknowledged = Number(lines.toString().trim().split('\n').at(-1))
  })
  return {
    async acknowledgedAtLeast(count: number) {
      while (acknowledged < count) await new Promise((wake) => setTimeout(wake, 10))
      return acknowledged
    },
    stop: () => {
      child.kill('SIGKILL')
      return new Promise<void>((resolve) => child.once('exit', () => resolve()))
    },
  }
}

function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    output.on('data', (bytes) => {
      printed += bytes
      const address = /^Bến Số: (http\S+)$/m.exec(printed)?.[1]
      if (address) resolve(address)
    })
    output.on('end', () => reject(new Error(`npm start ended:\n${printed}`)))
  })
}
