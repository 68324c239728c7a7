import { type Column, inArray, type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { isPostgres } from '#app/db/environment.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Reads = Pick<Transaction, 'select'>
type Prepared<Row> = { execute(values: Record<string, unknown>): PromiseLike<Row[]> }
type Build<Row> = (reads: Reads, isOneOfThem: (column: Column) => SQL) => { prepare(): Prepared<Row> }
type Asking<Row> = (reads: Reads, ids: readonly string[]) => Promise<Row[]>

/**
 * A query about some ids, however many: to build one about some hundred costs more than SQLite takes to answer it, so that
 * is paid once a connection. The rows come in no order.
 */
export function idsStatement<Row>(build: Build<Row>): Asking<Row> {
  return isPostgres ? byList(build) : byPlaces(build)
}

/** PostgreSQL takes a list for one value: hundreds of places cost it, and the driver, as much as the answer. */
function byList<Row>(build: Build<Row>): Asking<Row> {
  const execute = statement((reads: Reads) =>
    build(reads, (column) => sql`${column} = any(${sql.placeholder('ids')}::text[])`),
  )
  return async (reads, ids) => (ids.length === 0 ? [] : execute(reads, { ids }))
}

/** A list goes into the smallest of these that holds it: four texts at most are built and prepared. */
const sizes = [1, 16, 128, 512]
const most = 512

function byPlaces<Row>(build: Build<Row>): Asking<Row> {
  const statements = sizes.map((size) => {
    const names = Array.from({ length: size }, (_, at) => `id${at}`)
    const places = names.map((name) => sql.placeholder(name))
    return { size, names, execute: statement((reads: Reads) => build(reads, (column) => inArray(column, places))) }
  })

  return async function execute(reads, ids) {
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
