import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { isPostgres } from '#app/db/environment.server.ts'
import { plannedOnce } from '#app/db/planned-once.server.ts'
import { people } from '#app/people/schema.ts'
import { aPerson } from '#tests/factories.ts'

const nameOf = plannedOnce((reads: Pick<typeof db, 'select'>) =>
  reads
    .select({ fullName: people.fullName })
    .from(people)
    .where(eq(people.id, sql.placeholder('personId'))),
)

test('a statement that is planned once answers what it is asked, within writes and outside of them', async () => {
  for (let number = 0; number < 8; number++) {
    const { id, fullName } = await aPerson({ fullName: `Nguyễn Văn ${number}` })
    expect(await nameOf(db, { personId: id })).toEqual([{ fullName }])
    expect(await write(async (tx) => nameOf(tx, { personId: id }))).toEqual([{ fullName }])
  }
  expect(await nameOf(db, { personId: 'nobody' })).toEqual([])
})

test('PostgreSQL keeps what is planned once, and uses its plan again', async () => {
  if (!isPostgres) return
  for (let number = 0; number < 8; number++) await nameOf(db, { personId: 'nobody' })
  const [kept] = await db
    .select({ plans: sql`sum(generic_plans)`.mapWith(Number) })
    .from(sql`pg_prepared_statements`)
    .where(sql`name like 'planned_once_%'`)
  expect(kept?.plans).toBeGreaterThan(0)
})
