import type Database from 'better-sqlite3'
import type { TextRow, TextTable } from '#app/db/postgres-rows.server.ts'

/** The tables of a SQLite file, row by row, as PostgreSQL would write the same values; `types` are its column types. */
export function sqliteRows(sqlite: Database.Database, types: Map<string, Map<string, string>>): TextTable[] {
  return [...types].map(([name, columns]) => ({ name, rows: rowsOf(sqlite, name, columns) }))
}

function* rowsOf(sqlite: Database.Database, table: string, columns: Map<string, string>): Iterable<TextRow> {
  for (const row of sqlite.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).iterate()) {
    const entries = [...columns].map(([name, type]) => [name, asText(row[name], type)] as const)
    yield Object.fromEntries(entries)
  }
}

/** SQLite keeps instants as milliseconds and flags as 0 and 1 (columns.ts). */
function asText(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null
  if (type === 'timestamptz') return new Date(Number(value)).toISOString()
  if (type === 'bool') return value === 1 ? 'true' : 'false'
  return String(value)
}
