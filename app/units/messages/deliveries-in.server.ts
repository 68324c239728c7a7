import { and, desc, eq, exists, inArray, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { mayHaveArrived, problemKindOf } from '#app/messages/delivery-problem.ts'
import { maskAddress } from '#app/messages/mask-address.ts'
import type { MessageKind } from '#app/messages/message.ts'
import { outbox } from '#app/messages/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import type { DeliveryShown, DeliveryState } from '#app/units/messages/delivery.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitLines } from '#app/units/schema.ts'
import { type UnitActedFor, unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'

export type DeliveriesAsked = {
  kind?: MessageKind | undefined
  state?: DeliveryState | undefined
  /** The id that the page before ended with. */
  after?: string | null
}

export type Deliveries = { unit: UnitActedFor; deliveries: DeliveryShown[]; next: string | null }

const onPage = 50

/**
 * What was sent to the people who are in a unit today, or below it, the newest first: for whoever acts for the unit. Five
 * queries at most. Null: not there, or not this actor's.
 */
export async function deliveriesIn(
  viewer: Authority,
  unitId: string,
  asked: DeliveriesAsked = {},
  now = new Date(),
): Promise<Deliveries | null> {
  const unit = await unitActedFor(viewer, unitId, now)
  if (!unit) return null
  const few = await peopleIfFew(unitId, dayOf(now))
  const rows = await rowsOf(few ? inArray(outbox.toPersonId, few) : isInUnit(unitId, dayOf(now)), asked, few !== null)
  const shown = rows.slice(0, onPage)
  return { unit, deliveries: shown.map(delivery), next: rows.length > onPage ? (shown.at(-1)?.id ?? null) : null }
}

function rowsOf(whom: SQL | undefined, { kind, state, after }: DeliveriesAsked, isOfFew: boolean) {
  // Sharp edge: SQLite walks all messages for whatever is to be in their order, were they of three people.
  const order = isOfFew ? sql`${outbox.id} || ''` : outbox.id
  return db
    .select(columns)
    .from(outbox)
    .innerJoin(people, eq(people.id, outbox.toPersonId))
    .where(
      and(
        whom,
        isNull(people.closedAt),
        kind ? eq(outbox.kind, kind) : undefined,
        state ? isIn[state] : undefined,
        after ? lt(outbox.id, after) : undefined,
      ),
    )
    .orderBy(desc(order))
    .limit(onPage + 1)
}

const columns = {
  id: outbox.id,
  personId: people.id,
  fullName: people.fullName,
  kind: outbox.kind,
  subject: outbox.subject,
  channel: outbox.channel,
  address: outbox.address,
  createdAt: outbox.createdAt,
  sendAfter: outbox.sendAfter,
  sentAt: outbox.sentAt,
  failedAt: outbox.failedAt,
  lastProblem: outbox.lastProblem,
  tries: outbox.tries,
}

const isIn = {
  sent: isNotNull(outbox.sentAt),
  failed: isNotNull(outbox.failedAt),
  waiting: and(isNull(outbox.sentAt), isNull(outbox.failedAt)),
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number]

function delivery({
  subject,
  address,
  createdAt,
  sendAfter,
  sentAt,
  failedAt,
  lastProblem,
  ...row
}: Row): DeliveryShown {
  const state = sentAt ? 'sent' : failedAt ? 'failed' : 'waiting'
  return {
    ...row,
    subject: row.kind === 'account' ? null : subject,
    address: maskAddress(address),
    state,
    at: sentAt ?? failedAt ?? createdAt,
    nextAt: state === 'waiting' ? sendAfter : null,
    problem: state === 'sent' ? null : problemKindOf(lastProblem),
    mayBeTwice: mayHaveArrived(lastProblem),
  }
}

const mostGathered = 5_000

/** The people of a unit, when they are so few that it is cheaper to gather what each was sent. */
async function peopleIfFew(unitId: string, day: Day): Promise<string[] | null> {
  const rows = await db
    .selectDistinct({ personId: memberships.personId })
    .from(unitLines)
    .innerJoin(memberships, eq(memberships.unitId, unitLines.unitId))
    .where(and(eq(unitLines.ancestorId, unitId), onDay(unitLines, day), onDay(memberships, day)))
    .limit(mostGathered + 1)
  return rows.length > mostGathered ? null : rows.map(({ personId }) => personId)
}

function isInUnit(unitId: string, day: Day): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(memberships)
      .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
      .where(
        and(
          eq(memberships.personId, outbox.toPersonId),
          onDay(memberships, day),
          eq(unitLines.ancestorId, unitId),
          onDay(unitLines, day),
        ),
      ),
  )
}
