import type Database from 'better-sqlite3'
import type { Patience, Transaction } from '#app/db/db.server.ts'
import { asWrite, noLongerThan, refuseNestedWrite } from '#app/db/nested-write.server.ts'
import { sqliteTransaction } from '#app/db/sqlite-transaction.server.ts'

type Work = {
  /** Gives what tells the asker of its value, for after the commit. */
  run: (tx: Transaction) => Promise<() => void>
  reject: (reason: unknown) => void
}

const groupSize = 64
/** A group ends after this time, full or not: its works hold the loop of this process and the lock of all. */
const groupMs = 12

/**
 * The only door for writes on SQLite: a queue on one connection. Works that wait together share one synced commit,
 * each in its own savepoint, so a failing one is rolled back alone. Promises settle after COMMIT.
 * Sharp edge: a body that awaits anything but `tx` holds the only writer for everybody.
 */
export function sqliteDoor(connection: Database.Database, tx: Transaction) {
  const transaction = sqliteTransaction(connection)
  const waiting: Work[] = []
  let committing: Promise<void> | null = null
  let starting: NodeJS.Timeout | undefined

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
      await transaction.begin()
    } catch (problem) {
      for (const work of waiting.splice(0, groupSize)) work.reject(problem)
      return
    }
    const { group, settlements } = await runGroup()
    try {
      transaction.commit()
    } catch (problem) {
      for (const work of group) work.reject(problem)
      return
    }
    for (const settle of settlements) settle()
  }

  /** As many works as a group has room and time for, one at least; and what tells each asker how it went. */
  async function runGroup() {
    const group: Work[] = []
    const settlements: Array<() => void> = []
    const endAt = performance.now() + groupMs
    const watch = noLongerThan()
    while (group.length < groupSize && (group.length === 0 || performance.now() < endAt)) {
      const work = waiting.shift()
      if (!work) break
      group.push(work)
      settlements.push(await runAlone(work))
    }
    watch.done()
    return { group, settlements }
  }

  function runAlone(work: Work): Promise<() => void> {
    const settled = transaction.inSavepoint(() => asWrite(() => work.run(tx)))
    return settled.catch((problem: unknown) => () => work.reject(problem))
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
