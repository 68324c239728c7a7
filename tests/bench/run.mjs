import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run bench`: Node 20 runs no TypeScript, so the bench runs under tsx. */
const here = dirname(fileURLToPath(import.meta.url))
const child = spawn(process.execPath, ['--import', 'tsx', join(here, 'run.ts'), ...process.argv.slice(2)], {
  cwd: dirname(dirname(here)),
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
})
for (const signal of /** @type {const} */ (['SIGTERM', 'SIGINT'])) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
