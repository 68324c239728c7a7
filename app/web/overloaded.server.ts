/**
 * SQLite: locked by another process for longer than the door waits, disk full, file system refusing.
 * PostgreSQL: out of connections, disk or memory (53…), starting or stopping (57P0…), connection lost (08…), still losing
 * against others after all tries (40…). Node: nobody listens there.
 */
const codes =
  /^(SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM)|53|57P0|08|40001$|40P01$|ECONNREFUSED$|ECONNRESET$|ENOSPC$|EFBIG$|EDQUOT$)/

/** Whether a failure is the machine's and may be gone in a minute: nothing was kept, and trying again is right. */
export function isOverloaded(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false
  if ('code' in problem && typeof problem.code === 'string' && codes.test(problem.code)) return true
  return isOverloaded(problem.cause)
}
