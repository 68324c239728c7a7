import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const home = dirname(dirname(fileURLToPath(import.meta.url)))

const lockStamp = join(home, 'node_modules/.ben-so-lock')
const buildStamp = join(home, 'build/.stamp')
const busy = join(home, 'build/.busy')

/** What the build is made of; tests are not part of it. */
const sources = [
  'app',
  'bin',
  'public',
  'server.ts',
  'vite.config.ts',
  'remix.config.js',
  'tsconfig.json',
  'package.json',
]

/** Whatever a fresh clone lacks: dependencies as locked, and a build of the sources as they stand. Harmless when nothing is missing. */
export async function setUp({ quiet = false } = {}) {
  process.chdir(home)
  try {
    needNode()
    await installDependencies({ quiet })
    await build({ quiet })
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : problem}\n`)
    process.exit(1)
  }
}

export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Error(`Bến Số needs Node 20.19 or newer; this is ${process.versions.node}.`)
}

/** npm ci, unless what is installed is what the lock says. */
export async function installDependencies({ quiet = false } = {}) {
  if (areDependenciesCurrent()) return
  await oneAtATime(() => {
    if (areDependenciesCurrent()) return
    if (!isInstalledAsLocked()) {
      refuseToEmptyAnother()
      say(quiet, 'Installing dependencies as locked …')
      run(npm(), ['ci', '--include=dev', '--no-audit', '--no-fund'], { quiet })
    }
    writeFileSync(lockStamp, lockHash())
  })
}

/** Sharp edge: the stamp goes first, so that a build that was cut short is never taken for a whole one. */
export async function build({ quiet = false } = {}) {
  if (isBuildCurrent()) return
  await oneAtATime(() => {
    if (isBuildCurrent()) return
    say(quiet, 'Building …')
    const made = sourcesHash()
    rmSync(buildStamp, { force: true })
    run([process.execPath, join('node_modules', '@remix-run', 'dev', 'dist', 'cli.js')], ['vite:build'], {
      quiet: true,
    })
    writeFileSync(buildStamp, made)
  })
}

function isBuildCurrent() {
  return existsSync(buildStamp) && readFileSync(buildStamp, 'utf8') === sourcesHash()
}

function areDependenciesCurrent() {
  return existsSync(lockStamp) && readFileSync(lockStamp, 'utf8') === lockHash()
}

/** Whoever ran `npm ci` by hand need not wait for it again: npm leaves a list of what it installed. */
function isInstalledAsLocked() {
  const list = join(home, 'node_modules/.package-lock.json')
  if (!existsSync(list)) return false
  const installed = packagesIn(list)
  return Object.entries(packagesIn(join(home, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  )
}

/** npm ci empties node_modules first; where that is a link, it would empty what somebody else is running on. */
function refuseToEmptyAnother() {
  const folder = join(home, 'node_modules')
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink())
    throw new Error(`${folder} is a link, and what it leads to is not what the lock names: install there first.`)
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(/** @type {string} */ file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(home, 'package-lock.json')))
    .digest('hex')
}

/** Contents, not times: a clone, a copy or a checkout changes times and nothing else. */
function sourcesHash() {
  const hash = createHash('sha256').update(process.versions.node).update(lockHash())
  for (const source of sources)
    for (const file of filesUnder(source)) hash.update(`\0${file}\0`).update(readFileSync(join(home, file)))
  return hash.digest('hex')
}

/** @returns {string[]} */
function filesUnder(/** @type {string} */ path) {
  if (/\.test\.tsx?$|\.mjs$/.test(path)) return []
  try {
    return readdirSync(join(home, path))
      .sort()
      .flatMap((name) => filesUnder(`${path}/${name}`))
  } catch {
    return existsSync(join(home, path)) ? [path] : []
  }
}

/** Two commands started together set up once: the second waits. */
async function oneAtATime(/** @type {() => void} */ work) {
  mkdirSync(join(home, 'build'), { recursive: true })
  while (!claim()) await new Promise((wake) => setTimeout(wake, 500))
  try {
    work()
  } finally {
    rmSync(busy, { force: true })
  }
}

function claim() {
  try {
    writeFileSync(busy, String(process.pid), { flag: 'wx' })
    return true
  } catch {
    if (!isAlive(busy)) rmSync(busy, { force: true })
    return false
  }
}

/** Whether the process whose number stands in a file still runs. */
function isAlive(/** @type {string} */ file) {
  try {
    process.kill(Number(readFileSync(file, 'utf8')) || Number.MAX_SAFE_INTEGER, 0)
    return true
  } catch (problem) {
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM'
  }
}

/** npm as it was called, else the one on the PATH. */
function npm() {
  const called = process.env.npm_execpath
  return called?.endsWith('.js') ? [process.execPath, called] : ['npm']
}

/** Runs to the end or throws; quiet: prints only when it fails. */
function run(/** @type {string[]} */ [program = '', ...first], /** @type {string[]} */ args, { quiet = false } = {}) {
  const outcome = spawnSync(program, [...first, ...args], {
    cwd: home,
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (outcome.status === 0) return
  process.stderr.write(`${outcome.stdout ?? ''}${outcome.stderr ?? ''}`)
  throw new Error(
    `${[program, ...first, ...args].join(' ')} failed${outcome.error ? `: ${outcome.error.message}` : ''}.`,
  )
}

function say(/** @type {boolean} */ quiet, /** @type {string} */ words) {
  if (!quiet) process.stdout.write(`${words}\n`)
}
