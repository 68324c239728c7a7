import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { build, home, installDependencies, needNode } from './set-up.mjs'

/** @typedef {{ passed: number, failed: number, notes?: string[] }} Outcome */
/** @typedef {{ status: string, fullName: string, failureMessages?: string[] }} Assertion */

const limitMs = 30 * 60_000
const reports = mkdtempSync(join(tmpdir(), 'ben-so-reports-'))
/** What an operator may have set would change what is tested. */
const settings =
  /^(PORT|HOST|PUBLIC_URL|DATABASE_URL|DATA_DIR|SMTP_URL|TRUST_PROXY|LOG_LEVEL|PROCESSES|METRICS_TOKEN|NODE_ENV|TEST_ENGINE)$/
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !settings.test(name))),
  NODE_ENV: /** @type {const} */ ('test'),
  ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }),
}
/** These look at files alone: once is enough. */
const sameOnBothEngines = ['architecture', 'licences', 'migrations'].map((name) => `--exclude=tests/${name}.test.ts`)

/** @type {Array<[string, () => Outcome | Promise<Outcome>]>} */
const steps = [
  ['types', () => check('node_modules/typescript/bin/tsc', ['--noEmit', '-p', '.'])],
  ['lint and format', () => check('node_modules/@biomejs/biome/bin/biome', ['ci', '.'])],
  ['tests on SQLite', () => vitest('sqlite', [], { TEST_ENGINE: 'sqlite' })],
  ['tests on PostgreSQL', () => vitest('postgres', sameOnBothEngines, { TEST_ENGINE: 'postgres' })],
  ['build', () => build().then(() => ({ passed: 1, failed: 0 }))],
  [
    'end to end',
    () => vitest('e2e', ['--config', 'vitest.e2e.config.ts'], { CHROMIUM_PATH: process.env.CHROMIUM_PATH }),
  ],
]

process.chdir(home)
const outcomes = await runAll()
rmSync(reports, { recursive: true, force: true })
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 ? 0 : 1)

/** Every step runs, whatever became of the one before; only without what they need do they not begin. */
async function runAll() {
  const ready = await timed('set-up', setUp)
  if (ready.failed > 0) return [ready]
  const done = []
  for (const [name, run] of steps) done.push(await timed(name, run))
  process.stdout.write(`\n${done.map(({ line }) => line).join('\n')}\n`)
  return done
}

async function setUp() {
  needNode()
  await installDependencies()
  process.env.CHROMIUM_PATH = await findChromium()
  return { passed: 0, failed: 0 }
}

/** @type {(name: string, run: () => Outcome | Promise<Outcome>) => Promise<Outcome & { line: string }>} */
async function timed(name, run) {
  process.stdout.write(`\n▶ ${name}\n`)
  const startedAt = performance.now()
  const outcome = await Promise.resolve()
    .then(run)
    .catch((problem) => ({
      passed: 0,
      failed: 1,
      notes: [problem instanceof Error ? problem.message : String(problem)],
    }))
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  const { passed, failed, notes = [] } = outcome
  const line = [`${failed ? '✗' : '✓'} ${name}: ${passed} fine, ${failed} not, ${seconds} s`, ...notes].join('\n  ')
  process.stdout.write(`${line}\n`)
  return { ...outcome, line }
}

/** A program that says with its exit code whether all is well: one check. */
function check(/** @type {string} */ program, /** @type {string[]} */ args) {
  return node(program, args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** @type {(name: string, args: string[], env: NodeJS.ProcessEnv | Record<string, string | undefined>) => Outcome} */
function vitest(name, args, env) {
  const file = join(reports, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = node(
    'node_modules/vitest/vitest.mjs',
    ['run', '--maxWorkers=2', '--minWorkers=1', ...reporters, ...args],
    env,
  )
  return judge(JSON.parse(readFileSync(file, 'utf8')), code)
}

/**
 * A file that does not load, an error outside of any test, a test that was skipped: none of them passes for success.
 * @param {{ testResults: Array<{ name: string, status: string, assertionResults: Assertion[] }> }} report
 * @param {number} code
 */
function judge(report, code) {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  const left = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed').length + broken.length + left.length
  const triedTwice = tests.filter((test) => test.status === 'passed' && (test.failureMessages ?? []).length > 0)
  const isUnexplained = failed === 0 && (code !== 0 || passed === 0)
  const notes = [
    ...broken.map((file) => `did not load: ${file.name}`),
    ...left.map((test) => `${test.status}: ${test.fullName}`),
    ...(left.length > 0 ? [`${left.length} skipped or to do: they count as failed`] : []),
    ...triedTwice.map(
      (test) => `passed when tried again: ${test.fullName}: ${test.failureMessages?.[0]?.split('\n')[0]}`,
    ),
    ...(isUnexplained ? [`vitest ended with ${code}: see above`] : []),
  ]
  return { passed, failed: failed + (isUnexplained ? 1 : 0), notes }
}

/** @type {(program: string, args: string[], env?: Record<string, string | undefined>) => number} */
function node(program, args, env = {}) {
  const { status, error } = spawnSync(process.execPath, [program, ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...environment, ...env },
    timeout: limitMs,
  })
  if (error) process.stderr.write(`${error.message}\n`)
  return status ?? 1
}
