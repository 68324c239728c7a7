import type { Transaction } from '#app/db/db.server.ts'

type Prepared<Result> = { execute(values: Record<string, unknown>): PromiseLike<Result> }

/**
 * A statement for the hottest paths: drizzle's builder costs more than SQLite's insert, so it is paid once a connection.
 * `db` is one for ever, and the doors hand out the same `tx` again: SQLite's always, PostgreSQL's once a connection.
 * `name`: PostgreSQL keeps it under this name (`plannedOnce`).
 * Values stand as `sql.placeholder('name')`. Sharp edge: a placeholder for a moment cannot hold null.
 */
export function statement<
  Values extends Record<string, unknown>,
  Result,
  Connection extends Pick<Transaction, 'select'> = Transaction,
>(build: (tx: Connection) => { prepare(name?: string): Prepared<Result> }, name?: string) {
  const built = new WeakMap<Connection, Prepared<Result>>()
  return function execute(tx: Connection, values: Values): PromiseLike<Result> {
    const prepared = built.get(tx) ?? build(tx).prepare(name)
    built.set(tx, prepared)
    return prepared.execute(values)
  }
}
