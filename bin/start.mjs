import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runBuilt } from './run-built.mjs'
import { home, setUp } from './set-up.mjs'

await setUp()
const server = runBuilt('index.js', [])
const serving = join(home, 'build/.serving')
writeFileSync(serving, String(server.pid))
process.on('exit', () => rmSync(serving, { force: true }))
