import { and, eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type IssuedCode, issueCode, issuedCodeValidMs } from '#app/people/issue-code.server.ts'
import { issueCodesInTx } from '#app/people/issue-codes-in-tx.server.ts'
import { neverIn } from '#app/people/never-in.server.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * Another one-time code for somebody who lost theirs: by administrators for everybody; by whoever acts for the person's
 * unit as long as the person has never been in. Codes given before open nothing any more. Null: not there, or not this
 * actor's to do.
 */
export function issueMemberCode(who: Authority, personId: string, now = new Date()): Promise<IssuedCode | null> {
  if (mayAdminister(who)) return issueCode(who, personId, now)
  const until = new Date(now.getTime() + issuedCodeValidMs)
  return write(async (tx) => {
    const person = await waitingMember(tx, who, personId, now)
    if (!person) return null
    const [code = ''] = await issueCodesInTx(tx, [personId], until, now)
    await auditInTx(tx, auditIdOf(who), { verb: 'people.issue-code', subjectKind: 'person', subjectId: personId })
    return { username: person.username, code, until }
  })
}

/** Whether `issueMemberCode` would give one. */
export async function mayIssueMemberCode(who: Authority, personId: string, now = new Date()): Promise<boolean> {
  return mayAdminister(who) || (await waitingMember(db, who, personId, now)) !== null
}

async function waitingMember(reads: Reads, who: Authority, personId: string, now: Date) {
  const scope = await seenBy(who, dayOf(now), reads)
  if (!(await sightOf(scope, personId, reads))?.mayAct) return null
  const [person] = await reads
    .select({ username: people.username })
    .from(people)
    .where(and(eq(people.id, personId), neverIn))
  return person ?? null
}
