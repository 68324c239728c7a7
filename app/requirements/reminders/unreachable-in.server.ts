import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, notExists, or, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Channel } from '#app/messages/message.ts'
import { messageRefusals, notices, outbox } from '#app/messages/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { type Outcome, type Unreached, whyUnreached } from '#app/requirements/reminders/unreached.ts'
import { requirements, standings } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitLines, unitStates } from '#app/units/schema.ts'
import { type UnitActedFor, unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { never } from '#app/units/unit.ts'

const mostRows = 1_000
const lookedWithinMs = 30 * 24 * 60 * 60_000

export type Unreachable = { unit: UnitActedFor; people: Unreached[]; isMore: boolean }

/**
 * Who of a unit and below has something left to learn and hears nothing of it: no way is known, all are refused or gave up,
 * and in a month they have read no notice. In the order of Vietnamese names. Null: not there, or not this actor's. At most
 * eight queries.
 */
export async function unreachableIn(
  viewer: Authority,
  unitId: string,
  { now = new Date(), hasGateway = environment.GATEWAY_URL !== undefined } = {},
): Promise<Unreachable | null> {
  const unit = await unitActedFor(viewer, unitId, now)
  if (!unit) return null
  const rows = await rowsOf(unitId, { now, hasGateway })
  const shown = rows.slice(0, mostRows)
  const ids = [...new Set(shown.map(({ personId }) => personId))]
  const [refusals, outcomes] = ids.length === 0 ? [[], []] : [await refusedBy(ids), await outcomesOf(ids)]
  const found = new Map<string, Unreached>()
  for (const { personId, fullName, birthYear, unitName, title, dueDay, standing, ...contacts } of shown) {
    const refused = of(refusals, personId).map(({ channel }) => channel)
    const why = whyUnreached(contacts, { refused, outcomes: of(outcomes, personId), hasGateway })
    if (why === null) continue
    const person = found.get(personId) ?? { personId, fullName, birthYear, unitName: unitName ?? '', why, due: [] }
    if (dueDay !== null) person.due.push({ title, dueDay, isLate: standing === 'overdue' })
    found.set(personId, person)
  }
  return { unit, people: [...found.values()], isMore: rows.length > mostRows }
}

type Ways = { now: Date; hasGateway: boolean }

function rowsOf(unitId: string, ways: Ways) {
  const day = dayOf(ways.now)
  return db
    .select({
      personId: people.id,
      fullName: people.fullName,
      birthYear: people.birthYear,
      email: people.email,
      phone: people.phone,
      unitName: unitStates.name,
      title: requirements.title,
      dueDay: standings.dueDay,
      standing: standings.standing,
    })
    .from(unitLines)
    .innerJoin(standings, and(eq(standings.unitId, unitLines.unitId), isLeftToDo()))
    .innerJoin(people, and(eq(people.id, standings.personId), isNull(people.closedAt)))
    .innerJoin(requirements, eq(requirements.id, standings.requirementId))
    .leftJoin(unitStates, and(eq(unitStates.unitId, standings.unitId), onDay(unitStates, day)))
    .where(and(isBelow(unitId, day), mayHearNothing(ways)))
    .orderBy(asc(standings.sortKey), asc(people.id), asc(standings.dueDay))
    .limit(mostRows + 1)
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

function one(table: typeof notices | typeof outbox | typeof messageRefusals, where: SQL | undefined) {
  return db.select({ one: sql`1` }).from(table).where(where)
}

function refusedBy(ids: string[]) {
  return db.select().from(messageRefusals).where(inArray(messageRefusals.personId, ids))
}

async function outcomesOf(ids: string[]): Promise<Array<Outcome & { personId: string | null }>> {
  const { toPersonId, channel, address, sentAt, createdAt } = outbox
  const isSettled = or(isNotNull(outbox.sentAt), isNotNull(outbox.failedAt))
  const rows = await db
    .select({ personId: toPersonId, channel, address, sentAt, createdAt })
    .from(outbox)
    .where(and(inArray(toPersonId, ids), isSettled))
  return rows.map(({ sentAt: at, ...row }) => ({ ...row, isSent: at !== null }))
}

function of<Row extends { personId: string | null }>(rows: readonly Row[], personId: string): Row[] {
  return rows.filter((row) => row.personId === personId)
}
