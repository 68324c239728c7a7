import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Transaction } from '#app/db/db.server.ts'
import { asWrite, refuseNestedWrite } from '#app/db/nested-write.server.ts'

const tries = 30

/**
 * The only door for writes on PostgreSQL: a serializable transaction, tried again when it lost against another. `speaking`
 * makes what a body speaks to, once a connection: what was built for it (`statement`) stands for the transactions to come.
 */
export function postgresDoor(pool: pg.Pool, speaking: (client: pg.PoolClient) => NodePgDatabase) {
  const transactions = new WeakMap<pg.PoolClient, Transaction>()

  function transactionOf(client: pg.PoolClient): Transaction {
    const known = transactions.get(client)
    if (known) return known
    // A connection that is lost fails what was asked of it; unheard, its event would end the process.
    client.on('error', () => {})
    const tx = speaking(client) as unknown as Transaction
    transactions.set(client, tx)
    return tx
  }

  async function once<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    const client = await pool.connect()
    const tx = transactionOf(client)
    let isBroken = false
    try {
      await client.query('begin isolation level serializable')
      const told = await asWrite(() => run(tx))
      await client.query('commit')
      return told
    } catch (problem) {
      isBroken = await client.query('rollback').then(
        () => false,
        () => true,
      )
      throw problem
    } finally {
      client.release(isBroken)
    }
  }

  return async function write<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    refuseNestedWrite()
    for (let attempt = 1; ; attempt++) {
      try {
        return await once(run)
      } catch (problem) {
        if (attempt >= tries || !lostAgainstAnother(problem)) throw problem
        await new Promise((wake) => setTimeout(wake, Math.random() * Math.min(200, 5 * 2 ** attempt)))
      }
    }
  }
}

/** SQLSTATE 40001 serialization_failure, 40P01 deadlock_detected; a unique violation may be the same race seen earlier. */
function lostAgainstAnother(problem: unknown): boolean {
  const code = sqlState(problem)
  return code === '40001' || code === '40P01'
}

/** Drizzle wraps the driver's error: the state stands on the error or on its cause. */
export function sqlState(problem: unknown): string | undefined {
  if (!(problem instanceof Error)) return undefined
  if ('code' in problem && typeof problem.code === 'string') return problem.code
  return sqlState(problem.cause)
}
