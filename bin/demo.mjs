import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { signIns } from '../tests/demo/sign-in-list.mjs'
import { runBuilt } from './run-built.mjs'
import { home, setUp } from './set-up.mjs'

const usage = `npm run demo [-- options]   makes a demonstration province in its own database, once, and serves it
  --fresh          makes it anew
  --small          some hundred people instead of two hundred thousand
  --seed <words>   another province
  --folder <path>  where it is kept (./demo-data)
  --only-make      does not serve
`

const { help, fresh, small, seed, folder, onlyMake } = options()
if (help) {
  process.stdout.write(usage)
  process.exit(0)
}

await setUp()
if (fresh) rmSync(folder, { recursive: true, force: true })
if (!existsSync(folder)) await make()
if (!onlyMake) serve()

function options() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        fresh: { type: 'boolean', default: false },
        small: { type: 'boolean', default: false },
        seed: { type: 'string', default: 'tiền giang' },
        folder: { type: 'string', default: join(home, 'demo-data') },
        'only-make': { type: 'boolean', default: false },
      },
    })
    return { ...values, folder: resolve(values.folder), onlyMake: values['only-make'] }
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n${usage}`)
    process.exit(2)
  }
}

/** Beside its place, and moved there when it is whole: what was cut short is never served. */
async function make() {
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  process.stdout.write(`Making the demonstration province in ${folder} …\n`)
  const script = join(home, 'tests/demo/make.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, seed, small ? 'small' : 'whole'], {
    cwd: home,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', ...placeOf(unfinished) },
  })
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, () => child.kill(signal))
  const code = await new Promise((done) => child.once('exit', done))
  if (code !== 0) {
    process.stderr.write('The demonstration province was not made.\n')
    process.exit(1)
  }
  renameSync(unfinished, folder)
}

/** Never the operator's own: whatever DATABASE_URL and DATA_DIR say is for their province, not for an invented one. */
function placeOf(/** @type {string} */ path) {
  return { DATA_DIR: path, DATABASE_URL: `file:${join(path, 'ben-so.db')}` }
}

function serve() {
  process.stdout.write(`${signInLines().join('\n')}\n`)
  Object.assign(process.env, placeOf(folder))
  runBuilt('index.js', [])
}

function signInLines() {
  const lines = Object.entries(signIns.people).map(([account, { role, fullName }]) => {
    return `  ${account.padEnd(12)} ${role.padEnd(26)} ${fullName}`
  })
  return [
    'Everybody in this province is made up. Sign in as:',
    ...lines,
    `The password of all of them: ${signIns.password}`,
  ]
}
