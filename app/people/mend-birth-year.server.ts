import { and, eq, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { yearOf } from '#app/i18n/day.ts'
import { ageGroupOf } from '#app/people/age.ts'
import { noteConsents } from '#app/people/consents.server.ts'
import { type NameProblem, nameProblem, tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { people } from '#app/people/schema.ts'

export type BirthYearMending = {
  birthYear: number
  reason: string
  /** Under 16: the full name of the parent or guardian; empty keeps the one that stands. */
  guardianName?: string
  /** The administrator heard or holds the guardian's agreement. */
  hasGuardianAgreed?: boolean
}
type Problems = {
  birthYear?: 'birth-year-wrong' | 'too-young'
  reason?: 'reason-needed'
  guardianName?: NameProblem
  guardian?: 'consent-needed'
}
export type MendedBirthYear = { birthYear: number } | { problems: Problems }

/**
 * Puts a person's year of birth right, with a reason that the audit keeps beside both years. As at sign-up, who is under
 * 7 has no account, and under 16 a parent or guardian is named and agrees (domain.md 1.2): asked for unless one stands
 * already. The name of a guardian nobody needs any more goes. What stands already changes nothing. Null: not there, or
 * not this actor's to do.
 */
export async function mendBirthYear(
  admin: Authority,
  personId: string,
  { birthYear, hasGuardianAgreed = false, ...typed }: BirthYearMending,
  now = new Date(),
): Promise<MendedBirthYear | null> {
  if (!mayAdminister(admin)) return null
  const reason = reasonOf(typed.reason)
  const typedGuardian = tidyName(typed.guardianName ?? '')
  const age = ageGroupOf(birthYear, yearOf(now))
  return write(async (tx) => {
    const [person] = await tx
      .select({ birthYear: people.birthYear, guardianName: people.guardianName })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.closedAt)))
    if (!person) return null
    const guardianName = age === 'child' ? typedGuardian || person.guardianName || '' : null
    const isNewGuardian = guardianName !== null && guardianName !== person.guardianName
    const problems: Problems = {
      ...(age === 'impossible' && { birthYear: 'birth-year-wrong' as const }),
      ...(age === 'too-young' && { birthYear: 'too-young' as const }),
      ...(reason === '' && { reason: 'reason-needed' as const }),
      ...(isNewGuardian && guardianProblems(guardianName, hasGuardianAgreed)),
    }
    if (Object.keys(problems).length > 0) return { problems }
    if (person.birthYear === birthYear && person.guardianName === guardianName) return { birthYear }
    await tx.update(people).set({ birthYear, guardianName }).where(eq(people.id, personId))
    if (isNewGuardian) await noteConsents(tx, personId, { guardian: true }, now, 'assisted')
    await auditInTx(tx, auditIdOf(admin), {
      verb: 'people.mend-birth-year',
      subjectKind: 'person',
      subjectId: personId,
      before: { birthYear: person.birthYear },
      after: { birthYear },
      reason,
    })
    return { birthYear }
  })
}

function guardianProblems(guardianName: string, hasAgreed: boolean): Problems {
  const problem = nameProblem(guardianName)
  return {
    ...(problem && { guardianName: problem }),
    ...(!hasAgreed && { guardian: 'consent-needed' as const }),
  }
}
