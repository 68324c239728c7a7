import { type Placeholder, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Reads = Pick<Transaction, 'select'>
type Prepared<Row> = { execute(values: Record<string, unknown>): PromiseLike<Row[]> }

/** A list of ids goes into the smallest of these that holds it: four texts at most are built and prepared. */
const sizes = [1, 16, 128, 512]
const most = 512

/**
 * A query about some ids (`where id in …`), however many: to build one about some hundred costs more than SQLite takes to
 * answer it, so that is paid once a connection. The rows come in no order.
 */
export function idsStatement<Row>(build: (reads: Reads, ids: Placeholder[]) => { prepare(): Prepared<Row> }) {
  const statements = sizes.map((size) => {
    const names = Array.from({ length: size }, (_, at) => `id${at}`)
    const places = names.map((name) => sql.placeholder(name))
    return { size, names, execute: statement((reads: Reads) => build(reads, places)) }
  })

  return async function execute(reads: Reads, ids: readonly string[]): Promise<Row[]> {
    const found: Row[] = []
    for (let done = 0; done < ids.length; done += most) {
      const some = ids.slice(done, done + most)
      const fitting = statements.find(({ size }) => size >= some.length)
      // Places that are left over hold the first once more.
      const values = fitting?.names.map((name, at) => [name, some[at] ?? some[0]]) ?? []
      found.push(...((await fitting?.execute(reads, Object.fromEntries(values))) ?? []))
    }
    return found
  }
}
