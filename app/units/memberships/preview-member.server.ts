import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { type MemberProblems, memberProblems, type NewMember } from '#app/units/memberships/create-member.server.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/** What would stand in the way of `createMember`; writes nothing. Null: not this actor's to do. */
export async function previewMember(
  who: Authority,
  form: Omit<NewMember, 'id'>,
  now = new Date(),
): Promise<MemberProblems | null> {
  return (await mayActFor(db, who, [form.unitId], now)) ? memberProblems(db, form, now) : null
}
