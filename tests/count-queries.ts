import Database from 'better-sqlite3'
import pg from 'pg'
import { vi } from 'vitest'

/** Every statement ends in one of these. */
const ends = ['all', 'get', 'run'] as const

/** How often the database is asked meanwhile, prepared or not. Looking whether something was published is no question. */
export async function countQueries(work: () => Promise<unknown>): Promise<number> {
  let asked = 0
  const note = (text: unknown) => {
    if (!/^(PRAGMA|begin|commit|rollback|savepoint|release)\b/i.test(String(text))) asked++
  }
  const sample = new Database(':memory:')
  const statements: Database.Statement = Object.getPrototypeOf(sample.prepare('SELECT 1'))
  sample.close()
  const spies = [
    ...ends.map((end) => {
      const real = statements[end]
      return vi.spyOn(statements, end).mockImplementation(function (this: Database.Statement, ...values) {
        note(this.source)
        return real.apply(this, values)
      })
    }),
    spyOnPostgres(note),
  ]
  try {
    await work()
    return asked
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

function spyOnPostgres(note: (text: unknown) => void) {
  const real = pg.Client.prototype.query
  return vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...asked: unknown[]) {
    const [first] = asked
    note(typeof first === 'object' && first !== null && 'text' in first ? first.text : first)
    return Reflect.apply(real, this, asked)
  })
}
