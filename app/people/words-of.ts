import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'

/** What somebody typed to find people by, as names are kept to be found. Empty: nothing to look for. */
export function wordsOf(typed: string): string {
  return fold(tidyName(typed.slice(0, 200)).replace(/[%_\\]/g, '')).trim()
}
