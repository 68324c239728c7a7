import { and, eq, gte, isNull } from 'drizzle-orm'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import { type Authority, isSelf } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import type { CreditFormOfStudy } from '#app/requirements/hours/credit.ts'
import { credits } from '#app/requirements/schema.ts'
import { recordSeen } from '#app/units/sight/looks-after.server.ts'

/** A line as the personnel file wants it (mẫu 2C). */
export type RecordLine = {
  provider: string
  content: string
  beganDay: Day
  completedDay: Day
  form: CreditFormOfStudy
  paper: string
  halfHours: number
  category: string
}
export type TrainingRecord = { fullName: string; lines: RecordLine[] }

/**
 * What a person has learnt, for their personnel file: certificates that stand and learning elsewhere that was confirmed, the
 * first completed first. Null: not there, or not yours to see; a manager sees it from the day that they see of the person.
 */
export async function trainingRecordOf(
  viewer: Authority,
  personId: string,
  now = new Date(),
): Promise<TrainingRecord | null> {
  const seen = isSelf(viewer, personId) ? { from: null } : await recordSeen(viewer, personId, now)
  const [person] = await db.select({ fullName: people.fullName }).from(people).where(eq(people.id, personId))
  if (!seen || !person) return null
  const lines = [...(await ofOurs(personId)), ...(await ofOthers(personId, seen.from ?? ''))]
  return {
    fullName: person.fullName,
    lines: lines.filter(({ completedDay }) => completedDay >= (seen.from ?? '')).sort(byDay),
  }
}

async function ofOurs(personId: string): Promise<RecordLine[]> {
  const rows = await db
    .select({ facts: certificates.facts, startedAt: enrolments.startedAt })
    .from(certificates)
    .leftJoin(
      enrolments,
      and(eq(enrolments.personId, certificates.personId), eq(enrolments.editionId, certificates.editionId)),
    )
    .where(
      and(isOfPerson(certificates.personId, personId), isNull(certificates.replacedAt), isNull(certificates.revokedAt)),
    )
  return rows.map(({ facts, startedAt }) => ({
    provider: facts.issuerName,
    content: facts.courseTitle,
    beganDay: startedAt ? dayOf(startedAt) : facts.completedOn,
    completedDay: facts.completedOn,
    form: 'online',
    paper: `${facts.title} ${facts.serial}`,
    halfHours: Math.round(facts.hours * 2),
    category: facts.category,
  }))
}

function ofOthers(personId: string, from: Day): Promise<RecordLine[]> {
  const { provider, title, beganDay, completedDay, form, paper, halfHours, category, state } = credits
  return db
    .select({ provider, content: title, beganDay, completedDay, form, paper, halfHours, category })
    .from(credits)
    .where(and(isOfPerson(credits.personId, personId), eq(state, 'confirmed'), gte(completedDay, from)))
    .then((rows) => rows.map((row) => ({ ...row, paper: row.paper ?? '' })))
}

function byDay(a: RecordLine, b: RecordLine): number {
  return a.completedDay === b.completedDay ? (a.content < b.content ? -1 : 1) : a.completedDay < b.completedDay ? -1 : 1
}
