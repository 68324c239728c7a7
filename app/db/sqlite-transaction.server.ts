import type Database from 'better-sqlite3'

const busyForMs = 10_000

/** One transaction on the writing connection, and works within it that fail alone. */
export function sqliteTransaction(connection: Database.Database) {
  const beginNow = connection.prepare('BEGIN IMMEDIATE')
  const commitNow = connection.prepare('COMMIT')
  const savepoint = connection.prepare('SAVEPOINT work')
  const release = connection.prepare('RELEASE work')
  const rollbackTo = connection.prepare('ROLLBACK TO work')

  /** Another process may hold the lock: tried again without blocking the loop. */
  async function begin() {
    const giveUpAt = Date.now() + busyForMs
    for (;;) {
      try {
        beginNow.run()
        return
      } catch (problem) {
        if (!isBusy(problem) || Date.now() > giveUpAt) throw problem
        await new Promise((wake) => setTimeout(wake, 0.5 + Math.random() * 2))
      }
    }
  }

  /** All or nothing: what cannot be committed is rolled back, and thrown. */
  function commit() {
    try {
      commitNow.run()
    } catch (problem) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      throw problem
    }
  }

  /** Throws what the work throws, once nothing is left of it. */
  async function inSavepoint<T>(work: () => Promise<T>): Promise<T> {
    try {
      savepoint.run()
      const value = await work()
      release.run()
      return value
    } catch (problem) {
      // A full disk rolls the whole transaction back by itself: then there is no savepoint left to return to.
      if (connection.inTransaction) {
        rollbackTo.run()
        release.run()
      }
      throw problem
    }
  }

  return { begin, commit, inSavepoint }
}

function isBusy(problem: unknown) {
  return problem instanceof Error && 'code' in problem && String(problem.code).startsWith('SQLITE_BUSY')
}
