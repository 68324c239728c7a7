import { setPriority } from 'node:os'
import { isPostgres } from '#app/db/environment.server.ts'

/** As nice as leaves learners nine tenths of a busy machine, and the rest of it where it is not. */
const niceness = 10

/**
 * For a process that serves nobody and works long. On SQLite it stays as it is: the one who writes holds up all others, and
 * longer if it is not let run.
 */
export function standBehind(): void {
  if (isPostgres) setPriority(niceness)
}
