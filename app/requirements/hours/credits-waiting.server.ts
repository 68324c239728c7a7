import { and, asc, eq, gt, ne, or, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { auditIdOf } from '#app/people/person.ts'
import { aliases, people } from '#app/people/schema.ts'
import type { CreditFormOfStudy } from '#app/requirements/hours/credit.ts'
import { credits } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, unitLines, unitStates } from '#app/units/schema.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

export type WaitingCredit = {
  id: string
  personId: string
  fullName: string
  unitName: string
  title: string
  provider: string
  category: string
  halfHours: number
  form: CreditFormOfStudy
  paper: string | null
  beganDay: Day
  completedDay: Day
  evidenceName: string
  evidenceBytes: number
  addedAt: Date
}

const onPage = 50

/**
 * Learning elsewhere that waits for the word of whoever looks after the people of a unit and below it, the first told first,
 * one's own left out. Null: not there, or not this viewer's to decide about. Three queries.
 */
export async function creditsWaiting(
  viewer: Authority,
  { unitId, after }: { unitId: string; after?: string },
  now = new Date(),
): Promise<{ credits: WaitingCredit[]; next: string | null } | null> {
  const today = dayOf(now)
  const seen = await sightOfUnit(await seenBy(viewer, today), unitId)
  if (!seen?.mayAct || seen.sight === 'band') return null
  const rows = await waiting(unitId, today, auditIdOf(viewer) ?? '', after)
  const last = rows.length > onPage ? rows[onPage - 1] : undefined
  return { credits: rows.slice(0, onPage), next: last ? `${last.addedAt.getTime()}.${last.id}` : null }
}

function waiting(unitId: string, today: Day, viewerId: string, after?: string): Promise<WaitingCredit[]> {
  const [moment = '', id = ''] = after?.split('.') ?? []
  const addedAt = new Date(Number(moment) || 0)
  const following = or(gt(credits.addedAt, addedAt), and(eq(credits.addedAt, addedAt), gt(credits.id, id)))
  const owner = sql`coalesce(${aliases.keptId}, ${credits.personId})`
  return db
    .select({
      id: credits.id,
      personId: people.id,
      fullName: people.fullName,
      unitName: unitStates.name,
      title: credits.title,
      provider: credits.provider,
      category: credits.category,
      halfHours: credits.halfHours,
      form: credits.form,
      paper: credits.paper,
      beganDay: credits.beganDay,
      completedDay: credits.completedDay,
      evidenceName: credits.evidenceName,
      evidenceBytes: credits.evidenceBytes,
      addedAt: credits.addedAt,
    })
    .from(credits)
    .leftJoin(aliases, eq(aliases.personId, credits.personId))
    .innerJoin(people, eq(people.id, owner))
    .innerJoin(mainMemberships, and(eq(mainMemberships.personId, people.id), onDay(mainMemberships, today)))
    .innerJoin(unitLines, and(eq(unitLines.unitId, mainMemberships.unitId), onDay(unitLines, today)))
    .innerJoin(unitStates, and(eq(unitStates.unitId, mainMemberships.unitId), onDay(unitStates, today)))
    .where(
      and(
        eq(credits.state, 'provisional'),
        eq(unitLines.ancestorId, unitId),
        ne(people.id, viewerId),
        moment ? following : undefined,
      ),
    )
    .orderBy(asc(credits.addedAt), asc(credits.id))
    .limit(onPage + 1)
}
