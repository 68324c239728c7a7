import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Prepared = { execute(values: Record<string, unknown>): PromiseLike<unknown> }
/** Rows of some columns, with what they take. */
type RowsOf<Table extends SQLiteTable, Name extends keyof Table['$inferInsert']> = ReadonlyArray<
  Pick<Table['$inferInsert'], Name>
>

/** However many rows there are, they go by the greatest of these that fit: eight texts at most are built and prepared. */
const sizes = [128, 64, 32, 16, 8, 4, 2, 1]

/**
 * A statement for many rows at once (`insert … values`). To build one costs more than SQLite takes to insert, so that is
 * paid once a connection. Of each row only the named columns are written, or all; gives all that `returning` gives.
 */
export function rowsStatement<
  Table extends SQLiteTable,
  Name extends keyof Table['$inferInsert'] & string,
  Told = never,
>(
  table: Table,
  wanted: readonly Name[] | 'all',
  build: (tx: Transaction, rows: Array<Record<Name, SQL>>) => { prepare(): Prepared },
) {
  const columns = getTableColumns(table)
  // The keys of columns are the names: Object.keys cannot tell, nor can fromEntries.
  const names = wanted === 'all' ? (Object.keys(columns) as Name[]) : wanted
  const encoders = names.map((name) => ({ name, encode: encoderOf(columns[name]) }))
  const statements = sizes.map((size) => {
    const shapes = Array.from({ length: size }, (_, row) =>
      Object.fromEntries(names.map((name, column) => [name, placeFor(row * names.length + column)])),
    )
    return { size, execute: statement((tx) => build(tx, shapes as Array<Record<Name, SQL>>)) }
  })

  return async function execute(tx: Transaction, rows: RowsOf<Table, Name>): Promise<Told[]> {
    const told: Told[] = []
    let done = 0
    for (const { size, execute } of statements)
      while (rows.length - done >= size) {
        const values: Record<string, unknown> = {}
        let place = 0
        for (const row of rows.slice(done, done + size))
          for (const { name, encode } of encoders) values[place++] = encode(row[name])
        const answer = await execute(tx, values)
        if (Array.isArray(answer)) told.push(...answer)
        done += size
      }
    return told
  }
}

/** Places are known by their number: an object with numbers for keys is an array to V8. */
function placeFor(place: number): SQL {
  return sql`${sql.placeholder(String(place))}`
}

/**
 * What becomes of a value on its way into this column. Done here, because drizzle takes ten times as long to find out that
 * a value has an encoder, and hands null to it too.
 */
function encoderOf(column: Column | undefined): (value: unknown) => unknown {
  if (!column) throw new Error('there is no such column')
  return (value) => (value === null || value === undefined ? null : column.mapToDriverValue(value))
}
