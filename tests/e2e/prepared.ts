import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'

/** A data folder of one's own, with the courses loaded and nobody in it. */
export function preparedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ben-so-e2e-'))
  cpSync(inject('preparedFolder'), folder, { recursive: true })
  return folder
}
