import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { environment } from '#app/db/environment.server.ts'
import { oneLine } from '#app/db/one-line.ts'

/** Once at start: uploads, evidence and keys need DATA_DIR long after anybody looks. Ends the program where nothing can be kept. */
export async function readyDataDir(): Promise<void> {
  const problem = dataDirProblem(environment.DATA_DIR)
  if (!problem) return
  process.stderr.write(`${problem}\n`)
  process.exit(78)
}

/** Null: files can be kept there. A full disk is no wrong setting: pages are still read. */
export function dataDirProblem(dataDir: string): string | null {
  const probe = join(dataDir, `.probe.${randomUUID()}`)
  try {
    // Sharp edge: below /proc, Node makes folders recursively for ever.
    if (!existsSync(dirname(resolve(dataDir)))) mkdirSync(dirname(resolve(dataDir)), { recursive: true, mode: 0o700 })
    if (!existsSync(dataDir)) mkdirSync(dataDir, { mode: 0o700 })
    writeFileSync(probe, '', { mode: 0o600 })
    rmSync(probe)
    return null
  } catch (problem) {
    const isFull = problem instanceof Error && 'code' in problem && ['ENOSPC', 'EDQUOT'].includes(String(problem.code))
    return isFull ? null : `Wrong setting DATA_DIR=${JSON.stringify(dataDir)}: ${oneLine(problem)}`
  }
}
