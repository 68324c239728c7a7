import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Channel } from '#app/messages/message.ts'
import { messageRefusals, notices, outbox } from '#app/messages/schema.ts'
import { people } from '#app/people/schema.ts'
import { wayToStandings } from '#app/requirements/keeping/way-to-standings.server.ts'
import { requirements, standings } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitLines, unitStates } from '#app/units/schema.ts'
import { never } from '#app/units/unit.ts'

const lookedWithinMs = 30 * 24 * 60 * 60_000

type Ways = { now: Date; hasGateway: boolean }

/**
 * The first rows of who has something left to learn in a unit and below, and may hear nothing of it: in the order of names,
 * with what is due. Decides no permission. Four queries at most.
 */
export async function rowsThatMayHearNothing(unitId: string, { most, ...ways }: Ways & { most: number }) {
  const day = dayOf(ways.now)
  const way = await wayToStandings({ unitId, day })
  if (!way) return []
  const isThere = isBelow(unitId, day)
  const [found, where, sortKey] =
    way.by === 'walk'
      ? [
          walked(),
          and(eq(standings.personId, people.id), exists(one(unitLines, and(isThere, isOfUnit)))),
          people.sortKey,
        ]
      : [gathered(), and(isOfUnit, eq(people.id, standings.personId), isThere), standings.sortKey]
  return found
    .innerJoin(requirements, eq(requirements.id, standings.requirementId))
    .leftJoin(unitStates, and(eq(unitStates.unitId, standings.unitId), onDay(unitStates, day)))
    .where(and(where, isLeftToDo(), isNull(people.closedAt), mayHearNothing(ways)))
    .orderBy(asc(sortKey), asc(people.id), asc(standings.dueDay))
    .limit(most)
}

/** Sharp edge: of a cross join SQLite reads the table first that is written first; of any other, the one that it likes. */
const walked = () => db.select(columns).from(people).crossJoin(standings).$dynamic()
const gathered = () => db.select(columns).from(unitLines).crossJoin(standings).crossJoin(people).$dynamic()

const isOfUnit = eq(standings.unitId, unitLines.unitId)

const columns = {
  personId: people.id,
  fullName: people.fullName,
  birthYear: people.birthYear,
  email: people.email,
  phone: people.phone,
  unitName: unitStates.name,
  title: requirements.title,
  dueDay: standings.dueDay,
  standing: standings.standing,
}

function isBelow(unitId: string, day: Day) {
  return and(eq(unitLines.ancestorId, unitId), onDay(unitLines, day))
}

function isLeftToDo() {
  return and(eq(standings.toDay, never), inArray(standings.standing, ['due', 'soon', 'overdue']))
}

/** Whoever may be told of by nothing: wider than the truth where messages were given up, since a later one may have come. */
function mayHearNothing({ now, hasGateway }: Ways): SQL | undefined {
  const since = new Date(now.getTime() - lookedWithinMs)
  const looked = one(notices, and(eq(notices.personId, people.id), gt(notices.readAt, since)))
  const gaveUp = (channel: Channel) =>
    exists(one(outbox, and(eq(outbox.toPersonId, people.id), eq(outbox.channel, channel), isNotNull(outbox.failedAt))))
  const refused = (channel: Channel) =>
    exists(one(messageRefusals, and(eq(messageRefusals.personId, people.id), eq(messageRefusals.channel, channel))))
  return and(
    notExists(looked),
    or(isNull(people.email), refused('email'), gaveUp('email')),
    hasGateway ? or(isNull(people.phone), refused('gateway'), gaveUp('gateway')) : undefined,
  )
}

function one(
  table: typeof notices | typeof outbox | typeof messageRefusals | typeof unitLines,
  where: SQL | undefined,
) {
  return db.select({ one: sql`1` }).from(table).where(where)
}
