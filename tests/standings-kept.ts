import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { standingChanges, standings } from '#app/requirements/schema.ts'
import { covers } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'

/** Nobody is counted twice, and the figures of every day on which anything changed are the sums over the rows of that day. */
export async function expectStandingsKept(): Promise<void> {
  const rows = await db.select().from(standings)
  const open = rows.filter(({ toDay }) => toDay === never)
  expect(new Set(open.map(({ requirementId, personId }) => `${requirementId} ${personId}`)).size).toBe(open.length)
  const changes = await db.select().from(standingChanges)
  const days = new Set(
    rows.flatMap(({ fromDay, toDay }) => (toDay === never ? [fromDay] : [fromDay, addDays(toDay, -1), toDay])),
  )
  for (const day of days) {
    const counted = rows.filter((row) => covers(row, day) && row.unitId !== null && row.standing !== 'not-due')
    const noted = changes.filter((row) => row.day <= day)
    expect(summed(noted.map((row) => [keyOf(row), row.change])), day).toEqual(
      summed(counted.map((row) => [keyOf(row), 1])),
    )
  }
}

/** How a person stood on a day by the rows, one line a requirement; without those of whom nothing is asked. */
export async function reportedOn(personId: string, day: string): Promise<string[]> {
  const rows = await db.select().from(standings).where(eq(standings.personId, personId))
  return rows
    .filter((row) => covers(row, day) && row.standing !== 'not-due')
    .map(lineOf)
    .sort()
}

type Told = Pick<typeof standings.$inferSelect, 'requirementId' | 'standing' | 'dueDay' | 'unitId'>

/** The last day where it matters: while somebody is away it moves on day by day, and is noted when they are back. */
export function lineOf({ requirementId, standing, dueDay, unitId }: Told): string {
  const isOpen = standing === 'due' || standing === 'soon' || standing === 'overdue'
  return `${requirementId} ${standing} ${isOpen ? dueDay : '-'} ${unitId}`
}

function keyOf({
  unitId,
  requirementId,
  standing,
}: {
  unitId: string | null
  requirementId: string
  standing: string
}) {
  return `${unitId} ${requirementId} ${standing}`
}

function summed(pairs: Array<[string, number]>): Record<string, number> {
  const sums = new Map<string, number>()
  for (const [key, change] of pairs) sums.set(key, (sums.get(key) ?? 0) + change)
  return Object.fromEntries([...sums].filter(([, sum]) => sum !== 0).sort())
}
