import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { announcedMaintenance } from '#app/attempts/announced-maintenance.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import { auditLines } from '#app/audit/schema.ts'
import { db } from '#app/db/db.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { announceMaintenance } from '#app/ledger/announce-maintenance.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { rebuild } from '#app/ledger/rebuild.server.ts'
import { withdrawMaintenance } from '#app/ledger/withdraw-maintenance.server.ts'
import type { Actor } from '#app/people/person.ts'
import { type AnEdition, anEdition, aPerson } from '#tests/factories.ts'
import { projectionsOf } from '#tests/projections.ts'
import { manages } from '#tests/units.ts'

const start = new Date('2026-11-22T02:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

async function opened(person: Actor, edition: AnEdition, now: Date): Promise<string> {
  const outcome = await openAttempt(person, edition.slug, 'cuoi-khoa', now)
  if (!outcome || 'refusal' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.attempt
}

const rowOf = async (attempt: string) => (await db.select().from(attempts).where(eq(attempts.id, attempt)))[0]

async function announced(admin: Actor, from: number, to: number, now: number) {
  await announceMaintenance(admin, after(from), after(to), after(now))
  const window = (await announcedMaintenance(admin))?.find(
    ({ startsAt }) => startsAt.getTime() === after(from).getTime(),
  )
  if (!window) throw new Error('not announced')
  return window
}

async function rebuildsTheSame(...people: Actor[]) {
  for (const person of people) {
    const before = await projectionsOf(person)
    await rebuild('command-line', { personId: person.id })
    expect(await projectionsOf(person)).toEqual(before)
  }
}

test('a maintenance window withdrawn before it begins is gone, and the deadlines it moved go back', async () => {
  const [person, other, admin] = [await aPerson(), await aPerson(), await aPerson({ role: 'administrator' })]
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const attempt = await opened(person, edition, after(5000))
  const { id } = await announced(admin, 5040, 5100, 5001)
  const later = await opened(other, edition, after(5002))
  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(5105) })
  expect(await rowOf(later)).toMatchObject({ deadlineAt: after(5107) })

  for (const role of ['learner', 'trainer', 'manager'] as const)
    expect(await withdrawMaintenance(await aPerson({ role }), id, after(5003))).toBeNull()
  expect(await withdrawMaintenance(admin, 'no-such', after(5003))).toBeNull()
  expect(await withdrawMaintenance(admin, id, after(5039))).toEqual({ withdrawn: { moved: 2 } })
  expect(await withdrawMaintenance(admin, id, after(5039))).toBeNull()

  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(5045) })
  expect(await rowOf(later)).toMatchObject({ deadlineAt: after(5047) })
  expect((await announcedMaintenance(admin))?.map((window) => window.id)).not.toContain(id)
  const audit = await db
    .select()
    .from(auditLines)
    .where(eq(auditLines.subjectId, after(5040).toISOString()))
  expect(audit.map(({ verb, actorId }) => [verb, actorId])).toEqual([
    ['attempts.announce-maintenance', admin.id],
    ['attempts.withdraw-maintenance', admin.id],
  ])
  await rebuildsTheSame(person, other)
})

test('a window under way is ended early: what it gave stays, later exams get only what was; one that is over stays', async () => {
  const [person, other, admin] = [await aPerson(), await aPerson(), await aPerson({ role: 'administrator' })]
  const edition = await anEdition({ exam: { timeLimitMinutes: 45 } })
  const attempt = await opened(person, edition, after(6000))
  const { id } = await announced(admin, 6010, 6070, 6001)

  expect(await withdrawMaintenance(admin, id, after(6020))).toEqual({ ended: true })
  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(6105) })
  expect(await rowOf(await opened(other, edition, after(6015)))).toMatchObject({ deadlineAt: after(6065) })
  expect(await withdrawMaintenance(admin, id, after(6021))).toEqual({ refusal: 'over' })
  const audit = await db
    .select()
    .from(auditLines)
    .where(eq(auditLines.subjectId, after(6010).toISOString()))
  expect(audit.at(-1)).toMatchObject({
    verb: 'attempts.end-maintenance',
    before: { endsAt: after(6070).toISOString() },
    after: { endsAt: after(6020).toISOString() },
  })
  expect(audit).toHaveLength(2)
  await rebuildsTheSame(person, other)
})

test('time that somebody has for another reason too is not taken back with a window', async () => {
  const [person, manager, admin] = [
    await aPerson(),
    await aPerson({ role: 'manager' }),
    await aPerson({ role: 'administrator' }),
  ]
  await manages(manager, person)
  const edition = await anEdition({ exam: { timeLimitMinutes: 40 } })
  const attempt = await opened(person, edition, after(7000))
  const first = await announced(admin, 7010, 7020, 7001)
  await announced(admin, 7030, 7040, 7002)
  await allowMoreTime(manager, person.id, 50, 'mắt kém', after(7003))
  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(7080) })

  expect(await withdrawMaintenance(admin, first.id, after(7004))).toEqual({ withdrawn: { moved: 1 } })
  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(7070) })
  const again = await announced(admin, 7010, 7020, 7005)
  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(7080) })
  await allowMoreTime(manager, person.id, 0, 'hết cần', after(7006))
  expect(await withdrawMaintenance(admin, again.id, after(7007))).toEqual({ withdrawn: { moved: 0 } })
  expect(await rowOf(attempt)).toMatchObject({ deadlineAt: after(7080) })
  await rebuildsTheSame(person)
})
