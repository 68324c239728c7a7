import { type SQL, sql } from 'drizzle-orm'

type Dialect = { buildLimit(limit: unknown): SQL | undefined }

/**
 * Lets the limit of a query stand in its text.
 * Sharp edge: drizzle makes it a parameter, and since 3.48 SQLite looks at a limit's value when it plans: a statement with
 * such a parameter is read anew at every run, which costs three times what a query by key does.
 */
export function limitsAsText<Connection extends object>(connection: Connection): Connection {
  const dialect: unknown = Reflect.get(connection, 'dialect')
  if (!isDialect(dialect)) throw new Error('drizzle builds limits elsewhere now')
  const usual = dialect.buildLimit.bind(dialect)
  dialect.buildLimit = (limit) => (Number.isSafeInteger(limit) ? sql.raw(` limit ${limit}`) : usual(limit))
  return connection
}

function isDialect(found: unknown): found is Dialect {
  return typeof found === 'object' && found !== null && 'buildLimit' in found && typeof found.buildLimit === 'function'
}
