import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Transaction } from '#app/db/db.server.ts'
import { asWrite, refuseNestedWrite } from '#app/db/nested-write.server.ts'

const tries = 30

/** The only door for writes on PostgreSQL: a serializable transaction, tried again when it lost against another. */
export function postgresDoor(postgres: NodePgDatabase) {
  return async function write<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    refuseNestedWrite()
    for (let attempt = 1; ; attempt++) {
      try {
        return await postgres.transaction((tx) => asWrite(() => run(tx as unknown as Transaction)), {
          isolationLevel: 'serializable',
        })
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
