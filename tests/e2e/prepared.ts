import { cpSync } from 'node:fs'
import { inject } from 'vitest'
import { temporaryFolder } from '#tests/temporary-folder.ts'

/** A data folder of one's own, with the courses loaded and nobody in it. */
export function preparedFolder(): string {
  const folder = temporaryFolder('e2e')
  cpSync(inject('preparedFolder'), folder, { recursive: true })
  return folder
}
