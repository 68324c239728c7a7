import { and, eq, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { yearOf } from '#app/i18n/day.ts'
import { ageGroupOf } from '#app/people/age.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { people } from '#app/people/schema.ts'

type Problems = { birthYear?: 'birth-year-wrong' | 'too-young'; reason?: 'reason-needed' }
export type MendedBirthYear = { birthYear: number } | { problems: Problems }

/**
 * Puts a person's year of birth right, with a reason that the audit keeps beside both years. Who is under 7 has no
 * account, as at sign-up. The same year again changes nothing. Null: not there, or not this actor's to do.
 */
export async function mendBirthYear(
  admin: Authority,
  personId: string,
  birthYear: number,
  typedReason: string,
  now = new Date(),
): Promise<MendedBirthYear | null> {
  if (!mayAdminister(admin)) return null
  const reason = reasonOf(typedReason)
  const problems = problemsOf(birthYear, reason, now)
  if (Object.keys(problems).length > 0) return { problems }
  return write(async (tx) => {
    const [person] = await tx
      .select({ birthYear: people.birthYear })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.closedAt)))
    if (!person) return null
    if (person.birthYear === birthYear) return { birthYear }
    await tx.update(people).set({ birthYear }).where(eq(people.id, personId))
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

function problemsOf(birthYear: number, reason: string, now: Date): Problems {
  const age = ageGroupOf(birthYear, yearOf(now))
  return {
    ...(age === 'impossible' && { birthYear: 'birth-year-wrong' as const }),
    ...(age === 'too-young' && { birthYear: 'too-young' as const }),
    ...(reason === '' && { reason: 'reason-needed' as const }),
  }
}
