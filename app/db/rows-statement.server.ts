import { type Column, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Transaction } from '#app/db/db.server.ts'
import { isPostgres } from '#app/db/environment.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Prepared = { execute(values: Record<string, unknown>): PromiseLike<unknown> }
/** Rows of some columns, with what they take. */
type RowsOf<Table extends SQLiteTable, Name extends keyof Table['$inferInsert']> = ReadonlyArray<
  Pick<Table['$inferInsert'], Name>
>
/** One of the columns that are written, and what becomes of a value on its way into it. */
type Written<Name> = { name: Name; type: string; encode(value: unknown): unknown }
/** What stands for rows in the text of a statement, and the values of so many rows in its places. */
type Shape<Name extends string> = {
  fewest: number
  most: number
  rows: Array<Record<string, SQL>>
  valuesOf(rows: ReadonlyArray<{ readonly [Key in Name]?: unknown }>): Record<string, unknown>
}

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
  const written = names.map((name) => writtenTo(name, columns[name]))
  const shapes = isPostgres ? [listShape(written)] : sizes.map((size) => placesShape(written, size))
  const statements = shapes.map(({ rows, ...shape }) => ({
    ...shape,
    execute: statement((tx) => build(tx, rows as Array<Record<Name, SQL>>)),
  }))

  return async function execute(tx: Transaction, rows: RowsOf<Table, Name>): Promise<Told[]> {
    const told: Told[] = []
    let done = 0
    for (const { most, fewest, valuesOf, execute } of statements)
      while (rows.length - done >= fewest) {
        const answer = await execute(tx, valuesOf(rows.slice(done, done + most)))
        if (Array.isArray(answer)) told.push(...answer)
        done += most
      }
    return told
  }
}

/** PostgreSQL takes the values of a column as one list: a thousand places cost it, and the driver, as much as the rows. */
function listShape<Name extends string>(written: ReadonlyArray<Written<Name>>): Shape<Name> {
  const row = written.map(({ name, type }, column) => [name, sql`unnest(${placeFor(column)}::${sql.raw(type)}[])`])
  return {
    fewest: 1,
    most: 1_000,
    rows: [Object.fromEntries(row)],
    valuesOf: (rows) => ({ ...written.map(({ name, encode }) => rows.map((row) => encode(row[name]))) }),
  }
}

/** However many rows there are, they go by the greatest of these that fit: eight texts at most are built and prepared. */
const sizes = [128, 64, 32, 16, 8, 4, 2, 1]

function placesShape<Name extends string>(written: ReadonlyArray<Written<Name>>, size: number): Shape<Name> {
  return {
    fewest: size,
    most: size,
    rows: Array.from({ length: size }, (_, row) =>
      Object.fromEntries(written.map(({ name }, column) => [name, placeFor(row * written.length + column)])),
    ),
    valuesOf(rows) {
      const values: Record<string, unknown> = {}
      let place = 0
      for (const row of rows) for (const { name, encode } of written) values[place++] = encode(row[name])
      return values
    },
  }
}

/** Places are known by their number: an object with numbers for keys is an array to V8. */
function placeFor(place: number): SQL {
  return sql`${sql.placeholder(String(place))}`
}

/**
 * What becomes of a value is found out here, because drizzle takes ten times as long to find out that a value has an
 * encoder, and hands null to it too.
 */
function writtenTo<Name>(name: Name, column: Column | undefined): Written<Name> {
  if (!column) throw new Error('there is no such column')
  const encode = (value: unknown) => (value === null || value === undefined ? null : column.mapToDriverValue(value))
  return { name, type: column.getSQLType(), encode }
}
