import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Prepared<Result> = { execute(values: Record<string, unknown>): PromiseLike<Result> }

/** A name means one text for ever, on every connection. */
let named = 0

/**
 * A statement whose plan PostgreSQL keeps with the connection. Otherwise it plans anew at every run, and of joins that
 * takes longer than to look up the rows. For what is found by keys, whatever is asked.
 * Sharp edge: a kept plan knows no values, not even a limit; of a walk through names until a page is full it makes a sort of
 * everybody, 900 ms for 8.
 */
export function plannedOnce<
  Values extends Record<string, unknown>,
  Result,
  Connection extends Pick<Transaction, 'select'> = Transaction,
>(build: (tx: Connection) => { prepare(name?: string): Prepared<Result> }) {
  return statement<Values, Result, Connection>(build, `planned_once_${named++}`)
}
