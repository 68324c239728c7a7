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
 * paid once a connection. Of each row only the named columns are written; gives all that `returning` gives.
 */
export function rowsStatement<
  Table extends SQLiteTable,
  Name extends keyof Table['$inferInsert'] & string,
  Told = never,
>(
  table: Table,
  names: readonly Name[],
  build: (tx: Transaction, rows: Array<Record<Name, SQL>>) => { prepare(): Prepared },
) {
  const columns = getTableColumns(table)
  const statements = sizes.map((size) => {
    const places = Array.from({ length: size }, (_, at) => names.map((name) => ({ name, as: `${name}${at}` })))
    const shapes = places.map((row) =>
      Object.fromEntries(row.map(({ name, as }) => [name, placeFor(columns[name], as)])),
    )
    // The keys are the names: fromEntries cannot tell.
    const execute = statement((tx) => build(tx, shapes as Array<Record<Name, SQL>>))
    return { size, places, execute }
  })

  return async function execute(tx: Transaction, rows: RowsOf<Table, Name>): Promise<Told[]> {
    const told: Told[] = []
    let done = 0
    for (const { size, places, execute } of statements)
      while (rows.length - done >= size) {
        const values: Record<string, unknown> = {}
        for (const [at, row] of places.entries())
          for (const { name, as } of row) values[as] = rows[done + at]?.[name] ?? null
        const answer = await execute(tx, values)
        if (Array.isArray(answer)) told.push(...answer)
        done += size
      }
    return told
  }
}

/** A place for a value of this column. Sharp edge: drizzle hands null to encoders too, and those of moments fail on it. */
function placeFor(column: Column | undefined, as: string): SQL {
  if (!column) throw new Error(`there is no column for ${as}`)
  const encoder = { mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)) }
  return sql`${sql.param(sql.placeholder(as), encoder)}`
}
