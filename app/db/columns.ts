import * as pg from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'
import { v7 as uuidv7 } from 'uuid'

const forSqlite = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  id: () =>
    sqlite
      .text()
      .primaryKey()
      .$defaultFn(() => uuidv7()),
  text: sqlite.text,
  int: () => sqlite.integer(),
  flag: () => sqlite.integer({ mode: 'boolean' }),
  instant: () => sqlite.integer({ mode: 'timestamp_ms' }),
  json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
}

/** Same names, same TypeScript types at the call site; only the SQL differs. */
const forPostgres = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  id: () =>
    pg
      .text()
      .primaryKey()
      .$defaultFn(() => uuidv7()),
  text: pg.text,
  int: () => pg.integer(),
  flag: () => pg.boolean(),
  instant: () => pg.timestamp({ withTimezone: true, mode: 'date', precision: 3 }),
  json: <T>() => jsonOnce<T>()(),
} as unknown as typeof forSqlite

/**
 * Sharp edge: drizzle's own jsonb parses what the driver has parsed already, so that the text "24", as somebody answers
 * a sum, came back as the number 24.
 */
const jsonOnce = <T>() =>
  pg.customType<{ data: T; driverData: unknown }>({
    dataType: () => 'jsonb',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => value as T,
  })

/**
 * Column builders for both engines. Sharp edge: schema files are also read by drizzle-kit and by pure tests,
 * so the choice looks at the scheme alone and not at the parsed environment.
 */
export const { table, index, uniqueIndex, primaryKey, id, text, int, flag, instant, json } = (
  process.env.DATABASE_URL ?? ''
).startsWith('postgres')
  ? forPostgres
  : forSqlite
