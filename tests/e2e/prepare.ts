import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startServer } from '#tests/e2e/serving.ts'

declare module 'vitest' {
  interface ProvidedContext {
    preparedFolder: string
  }
}

/** Once a run: a server reads the courses in, which takes longest; tests begin with copies of what it made. */
export default async function prepare({ provide }: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'ben-so-e2e-'))
  const server = await startServer({}, folder)
  await server.stop()
  provide('preparedFolder', folder)
  return () => rmSync(folder, { recursive: true })
}
