import { tidyName } from '#app/people/name.ts'

const longestReason = 500

/** A reason as the audit keeps it: tidied, at most 500 characters; '' when none was given. */
export function reasonOf(typed: string): string {
  return tidyName(typed).slice(0, longestReason)
}
