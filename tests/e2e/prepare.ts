import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { startServer } from '#tests/e2e/serving.ts'

declare module 'vitest' {
  interface ProvidedContext {
    preparedFolder: string
  }
}

/** Once a run: a server reads the courses in, which takes longest; tests begin with copies of what it made. */
export default async function prepare({ provide }: TestProject) {
  const server = await startServer()
  await server.stop()
  provide('preparedFolder', server.folder)
  return () => rmSync(server.folder, { recursive: true })
}
