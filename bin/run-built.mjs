import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { home } from './set-up.mjs'

/**
 * Runs a file of build/server as in production, passes signals on and ends as it ends.
 * @param {string} file
 * @param {string[]} args
 */
export function runBuilt(file, args) {
  const child = spawn(process.execPath, [`build/server/${file}`, ...args], {
    cwd: home,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal ?? 'SIGTERM']))
  return child
}
