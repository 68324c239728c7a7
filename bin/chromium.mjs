import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * A Chromium to test with: the one that is named, one on the PATH, one that Playwright keeps; else it is installed.
 * Throws with what to install when nothing works.
 */
export async function findChromium() {
  const found = process.env.CHROMIUM_PATH || onPath() || (await ofPlaywright())
  if (found) return found
  const installed = withApt() || (await withPlaywright())
  if (installed) return installed
  throw new Error('End-to-end tests need Chromium: install the package "chromium", or set CHROMIUM_PATH to one.')
}

function onPath() {
  for (const name of names)
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name)
      if (isProgram(path)) return path
    }
  return null
}

function withApt() {
  if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return null
  process.stdout.write('Installing Chromium with apt-get …\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-q'], env)
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], env)
  return onPath()
}

async function withPlaywright() {
  process.stdout.write('Installing Chromium with Playwright …\n')
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], process.env)
  return ofPlaywright()
}

async function ofPlaywright() {
  const { chromium } = await import('playwright-core')
  const path = chromium.executablePath()
  return path && isProgram(path) ? path : null
}

/** @type {(program: string, args: string[], env: NodeJS.ProcessEnv) => unknown} */
function run(program, args, env) {
  return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env })
}

function isProgram(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
