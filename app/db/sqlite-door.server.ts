import type Database from 'better-sqlite3'
import type { Patience, Transaction } from '#app/db/db.server.ts'
import { asWrite, noLongerThan, refuseNestedWrite } from '#app/db/nested-write.server.ts'

type Work = {
  /** Gives what tells the asker of its value, for after the commit. */
  run: (tx: Transaction) => Promise<() => void>
  reject: (reason: unknown) => void
}

const groupSize = 64
/** A group ends after this time, full or not: its works hold the loop of this process and the lock of all. */
const groupMs = 12
const busyForMs = 10_000

/**
 * The only door for writes on SQLite: a queue on one connection. Works that wait together share one synced commit,
 * each in its own savepoint, so a failing one is rolled back alone. Promises settle after COMMIT.
 * Sharp edge: a body that awaits anything but `tx` holds the only writer for everybody.
 */
export function sqliteDoor(connection: Database.Database, tx: Transaction) {
  const waiting: Work[] = []
  let committing: Promise<void> | null = null
  let starting: NodeJS.Timeout | undefined
  const begin = connection.prepare('BEGIN IMMEDIATE')
  const commit = connection.prepare('COMMIT')
  const savepoint = connection.prepare('SAVEPOINT work')
  const release = connection.prepare('RELEASE work')
  const rollbackTo = connection.prepare('ROLLBACK TO work')

  function write<T>(run: (tx: Transaction) => Promise<T>, { withinMs = 0 }: Patience = {}): Promise<T> {
    refuseNestedWrite()
    return new Promise<T>((resolve, reject) => {
      waiting.push({ run: (tx) => run(tx).then((value) => () => resolve(value)), reject })
      if (withinMs === 0 || waiting.length === groupSize) start()
      else starting ??= setTimeout(start, withinMs)
    })
  }

  function start() {
    clearTimeout(starting)
    starting = undefined
    committing ??= commitAll().finally(() => {
      committing = null
    })
  }

  async function commitAll() {
    await nextTurn() // let the requests of this turn of the loop gather into one group
    while (waiting.length > 0) {
      await commitGroup()
      await nextTurn()
    }
  }

  async function commitGroup() {
    try {
      await beginImmediate()
    } catch (problem) {
      for (const work of waiting.splice(0, groupSize)) work.reject(problem)
      return
    }
    const group: Work[] = []
    const settlements: Array<() => void> = []
    const endAt = performance.now() + groupMs
    const watch = noLongerThan()
    while (group.length < groupSize && (group.length === 0 || performance.now() < endAt)) {
      const work = waiting.shift()
      if (!work) break
      group.push(work)
      settlements.push(await inSavepoint(work))
    }
    watch.done()
    try {
      commit.run()
    } catch (problem) {
      if (connection.inTransaction) connection.exec('ROLLBACK')
      for (const work of group) work.reject(problem)
      return
    }
    for (const settle of settlements) settle()
  }

  async function inSavepoint(work: Work): Promise<() => void> {
    try {
      savepoint.run()
      const settle = await asWrite(() => work.run(tx))
      release.run()
      return settle
    } catch (problem) {
      // A full disk rolls the whole transaction back by itself: then there is no savepoint left to return to.
      if (connection.inTransaction) {
        rollbackTo.run()
        release.run()
      }
      return () => work.reject(problem)
    }
  }

  /** Another process may hold the lock: tried again without blocking the loop. */
  async function beginImmediate() {
    const giveUpAt = Date.now() + busyForMs
    for (;;) {
      try {
        begin.run()
        return
      } catch (problem) {
        if (!isBusy(problem) || Date.now() > giveUpAt) throw problem
        await new Promise((wake) => setTimeout(wake, 0.5 + Math.random() * 2))
      }
    }
  }

  async function idle() {
    if (waiting.length > 0) start()
    await committing
  }

  return { write, idle }
}

function nextTurn() {
  return new Promise<void>((wake) => setImmediate(wake))
}

function isBusy(problem: unknown) {
  return problem instanceof Error && 'code' in problem && String(problem.code).startsWith('SQLITE_BUSY')
}
