import type { BatchState } from '#app/intake/batch.ts'

/** Gold is what waits for somebody, green what is done, red what failed. */
export function tagOf(state: BatchState): string {
  if (state === 'understood' || state === 'checked') return 'tag due'
  if (state === 'committed') return 'tag done'
  return state === 'failed' ? 'tag late' : 'tag'
}
