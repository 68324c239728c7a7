import { and, inArray, isNotNull, or } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { messageRefusals, outbox } from '#app/messages/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { rowsThatMayHearNothing } from '#app/requirements/reminders/may-hear-nothing.server.ts'
import { type Outcome, type Unreached, whyUnreached } from '#app/requirements/reminders/unreached.ts'
import { type UnitActedFor, unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'

const mostRows = 1_000

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
  const rows = await rowsThatMayHearNothing(unitId, { now, hasGateway, most: mostRows + 1 })
  const shown = rows.slice(0, mostRows)
  const ids = [...new Set(shown.map(({ personId }) => personId))]
  const [refusals, outcomes] = ids.length === 0 ? [[], []] : [await refusedBy(ids), await outcomesOf(ids)]
  const [refusalsOf, outcomesBy] = [byPerson(refusals), byPerson(outcomes)]
  const found = new Map<string, Unreached>()
  for (const { personId, fullName, birthYear, unitName, title, dueDay, standing, ...contacts } of shown) {
    const refused = refusalsOf(personId).map(({ channel }) => channel)
    const why = whyUnreached(contacts, { refused, outcomes: outcomesBy(personId), hasGateway })
    if (why === null) continue
    const person = found.get(personId) ?? { personId, fullName, birthYear, unitName: unitName ?? '', why, due: [] }
    if (dueDay !== null) person.due.push({ title, dueDay, isLate: standing === 'overdue' })
    found.set(personId, person)
  }
  return { unit, people: [...found.values()], isMore: rows.length > mostRows }
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

/** A list of a thousand rows has some thousand messages. */
function byPerson<Row extends { personId: string | null }>(rows: readonly Row[]): (personId: string) => Row[] {
  const groups = new Map<string | null, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.personId)
    if (group) group.push(row)
    else groups.set(row.personId, [row])
  }
  return (personId) => groups.get(personId) ?? []
}
