import type Database from 'better-sqlite3'
import { Recent } from '#app/db/recent.ts'

/**
 * Lets a connection keep what it prepared: SQLite would read the same SQL anew at every query of every page.
 * Sharp edge: drizzle switches a statement between rows as lists and rows as objects; one text is always asked for
 * in one way here, because only the builders speak through such a connection.
 */
export function keepStatements(connection: Database.Database, limit = 500): Database.Database {
  const prepare = connection.prepare.bind(connection)
  const kept = new Recent<string, Database.Statement>(limit)
  return Object.assign(connection, { prepare: (text: string) => kept.get(text) ?? kept.keep(text, prepare(text)) })
}
