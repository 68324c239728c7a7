import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { editions } from '#app/courses/schema.ts'
import { db } from '#app/db/db.server.ts'
import type { Actor, Authority } from '#app/people/person.ts'
import { askForException } from '#app/requirements/exceptions/ask.server.ts'
import { type GiveForm, giveExceptions } from '#app/requirements/exceptions/give.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { exceptions } from '#app/requirements/schema.ts'
import { aCertifiedEdition } from '#tests/certificates.ts'
import { aPerson } from '#tests/factories.ts'
import { aRequirement } from '#tests/requirements.ts'
import { done, manages } from '#tests/units.ts'

/** Eight in the morning of a day in Vietnam. */
export const at = (day: string) => new Date(`${day}T08:00:00+07:00`)
/** A day within the time of what `someAsked` makes. */
export const today = at('2026-02-01')

/** A unit whose manager and people are asked for one course by 31 March 2026. */
export async function someAsked(count = 1) {
  const manager = await aPerson({ role: 'manager', fullName: 'Trần Văn Trưởng' })
  const people = await Promise.all(Array.from({ length: count }, () => aPerson()))
  const unitId = await manages(manager, manager, ...people)
  const editionId = await aCertifiedEdition()
  const [edition] = await db.select().from(editions).where(eq(editions.id, editionId))
  const requirementId = await aRequirement({ unitId, courseIds: [edition?.courseId ?? uuid()] })
  const [learner = manager] = people
  return { manager, people, learner, unitId, requirementId, editionId }
}

/** An extension to 31 May asked for by a learner; its id. */
export async function asked(person: Actor, requirementId: string, now = today): Promise<string> {
  const form = { kind: 'extension' as const, requirementId, dueDay: '2026-05-31', reason: 'Đi công tác' }
  return done(await askForException(person, form, now)).asked
}

/** A waiver from February on, given to one person; its id. */
export async function waived(
  manager: Authority,
  personId: string,
  requirementId: string,
  now = today,
): Promise<string> {
  const { given } = done(await giveExceptions(manager, aWaiver([personId], requirementId), now))
  return given[0]?.id ?? ''
}

export function aWaiver(personIds: string[], requirementId: string, changes: Partial<GiveForm> = {}): GiveForm {
  return { kind: 'waiver', personIds, requirementId, fromDay: '2026-02-01', reason: 'Sắp nghỉ hưu', ...changes }
}

export function anExtension(personIds: string[], requirementId: string, dueDay = '2026-05-31'): GiveForm {
  return { kind: 'extension', personIds, requirementId, dueDay, reason: 'Đi công tác' }
}

export function rowsOf(personId: string) {
  return db.select().from(exceptions).where(eq(exceptions.personId, personId))
}

/** How somebody stands to the one thing that is asked of them, on a day. */
export async function stood(personId: string, day: string) {
  const [one] = (await standingsOf('command-line', personId, day)) ?? []
  return one?.stands
}
