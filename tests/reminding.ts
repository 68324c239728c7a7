import { asc, eq } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { notices, outbox } from '#app/messages/schema.ts'
import { addPeopleInTx, waitingAccount } from '#app/people/add-people-in-tx.server.ts'
import { openPeopleInTx } from '#app/people/open-people-in-tx.server.ts'
import { people } from '#app/people/schema.ts'
import { runReminders } from '#app/requirements/reminders/run-reminders.server.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import type { UnitRole } from '#app/units/unit.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, done } from '#tests/units.ts'

/** Half past seven, when runs are made. */
export function morningOf(day: Day): Date {
  return new Date(`${day}T07:30:00+07:00`)
}

export const remindOn = (day: Day) => runReminders({ at: morningOf(day) })

/** Somebody of a unit whom letters reach. */
export async function aMember(unitId: string, fullName = 'Nguyễn Thị Mai'): Promise<{ id: string; email: string }> {
  const person = await aPerson({ fullName })
  const email = `${person.id}@example.vn`
  await write((tx) => tx.update(people).set({ email }).where(eq(people.id, person.id)))
  await aMembership({ personId: person.id, unitId })
  return { id: person.id, email }
}

/** So many of a unit at once, whom letters reach. */
export async function manyMembers(unitId: string, many: number): Promise<void> {
  const accounts = Array.from({ length: many }, (_, at) => {
    const about = { fullName: `Lê Thị ${at}`, phone: null, email: `${unitId}-${at}@example.vn`, birthYear: 1990 }
    return waitingAccount(about, new Date())
  })
  const place = { unitId, fromDay: '2025-01-01', position: '', category: 'cong_chuc' as const }
  for (let from = 0; from < many; from += 500)
    await write(async (tx) => {
      const ids = await addPeopleInTx(tx, accounts.slice(from, from + 500))
      await openPeopleInTx(tx, ids)
      await addMembershipsInTx(
        tx,
        ids.map((personId) => ({ ...place, personId })),
      )
    })
}

/** Somebody who answers for a unit and belongs to none. */
export async function aHead(
  unitId: string,
  role: UnitRole = 'manager',
  fromDay = '2020-01-01',
): Promise<{ id: string; email: string }> {
  const person = await aPerson({ fullName: 'Trần Văn Trưởng' })
  const email = `${person.id}@example.vn`
  await write((tx) => tx.update(people).set({ email }).where(eq(people.id, person.id)))
  done(await appoint('command-line', { personId: person.id, unitId, role, fromDay, reason: 'QĐ 3/QĐ-UBND' }))
  return { id: person.id, email }
}

/** What somebody was told, oldest first. */
export function told({ id }: { id: string }) {
  const { kind, subject, body, key, createdAt } = notices
  return db
    .select({ kind, subject, body, key, createdAt })
    .from(notices)
    .where(eq(notices.personId, id))
    .orderBy(asc(notices.createdAt), asc(notices.key))
}

export function lettersTo({ id }: { id: string }) {
  return db.select().from(outbox).where(eq(outbox.toPersonId, id)).orderBy(asc(outbox.createdAt))
}
