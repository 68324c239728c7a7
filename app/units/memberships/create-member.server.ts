import { eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { didInTx } from '#app/audit/did-in-tx.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { yearOf } from '#app/i18n/day.ts'
import { ageGroupOf } from '#app/people/age.ts'
import { keepCode } from '#app/people/codes.server.ts'
import { insertPerson } from '#app/people/insert-person.server.ts'
import { type IssuedCode, issuedCodeValidMs } from '#app/people/issue-code.server.ts'
import { type NameProblem, nameProblem, tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { newSpokenCode } from '#app/people/token.server.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import { periodProblem } from '#app/units/memberships/check-membership.server.ts'
import type { MembershipProblem, NewMembership } from '#app/units/memberships/membership-form.ts'
import { isFreshMemberId } from '#app/units/memberships/new-member-id.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

export type NewMember = Omit<NewMembership, 'personId'> & {
  /** Made with the preview (new-member-id.ts): the account gets it, so that sending twice is sending once. */
  id: string
  fullName: string
  /** Null: not told. */
  birthYear: number | null
  language: 'vi' | 'en'
}
export type MemberProblems = {
  fullName?: NameProblem
  birthYear?: 'birth-year-wrong'
  fromDay?: MembershipProblem
  /** Not from a preview of this day, or of something else. */
  id?: 'stale'
}
export type CreatedMember =
  | ({ id: string } & IssuedCode)
  | { already: { id: string; fullName: string } }
  | { problems: MemberProblems }

/**
 * Makes an account for somebody who has none and takes them into a unit, at once; the one-time code is handed over by
 * whoever acts for the unit. Sent again it makes nothing: the code was shown, and is not shown again. Who is under 16
 * needs a guardian's word: not here. Null: not this actor's to do.
 */
export function createMember(who: Authority, form: NewMember, now = new Date()): Promise<CreatedMember | null> {
  const code = newSpokenCode()
  return write(async (tx) => {
    if (!(await mayActFor(tx, who, [form.unitId], now))) return null
    const made = await madeInTx(tx, who, form.id, now)
    if (made) return made
    const problems = await memberProblems(tx, form, now)
    if (Object.keys(problems).length > 0) return { problems }
    const { id, username } = await insertInTx(tx, form, now)
    const until = await keepCode(tx, code, { personId: id, purpose: 'reset', validMs: issuedCodeValidMs }, now)
    const { unitId, fromDay, position, category, reason = '' } = form
    const [added] = await addMembershipsInTx(tx, [{ personId: id, unitId, fromDay, position, category, reason }])
    if (!added || 'problem' in added) throw new Error('checked before, refused now')
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.create-member',
      subjectKind: 'person',
      subjectId: id,
      after: { unitId, fromDay, position, category },
    })
    return { id, username, code, until }
  })
}

/** What this form has made already; or that its id is no fresh one, in the same words whether it is somebody's or nobody's. */
async function madeInTx(tx: Transaction, who: Authority, id: string, now: Date): Promise<CreatedMember | null> {
  if (!isFreshMemberId(id, now)) return { problems: { id: 'stale' } }
  const [person] = await tx.select({ id: people.id, fullName: people.fullName }).from(people).where(eq(people.id, id))
  if (!person) return null
  const deed = { verb: 'units.create-member', subjectKind: 'person', subjectId: id }
  return (await didInTx(tx, auditIdOf(who), deed)) ? { already: person } : { problems: { id: 'stale' } }
}

function insertInTx(tx: Transaction, { id, fullName, birthYear, language }: NewMember, createdAt: Date) {
  return insertPerson(tx, {
    id,
    fullName: tidyName(fullName),
    role: 'learner',
    contact: null,
    passwordHash: null,
    birthYear,
    guardianName: null,
    language,
    createdAt,
  })
}

/** What stands in the way; the unit must stand from the day on. */
export async function memberProblems(reads: Reads, form: Omit<NewMember, 'id'>, now: Date): Promise<MemberProblems> {
  const fullName = nameProblem(tidyName(form.fullName))
  const isGrown = form.birthYear === null || ageGroupOf(form.birthYear, yearOf(now)) === 'grown'
  const states = (await timelinesOf(reads, [form.unitId])).get(form.unitId)
  const fromDay = periodProblem({ fromDay: form.fromDay, toDay: form.toDay ?? never }, states)
  return {
    ...(fullName && { fullName }),
    ...(!isGrown && { birthYear: 'birth-year-wrong' as const }),
    ...(fromDay && { fromDay }),
  }
}
