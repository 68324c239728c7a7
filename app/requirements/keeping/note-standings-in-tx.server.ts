import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Step } from '#app/requirements/keeping/step.ts'
import type { StandingRow } from '#app/requirements/keeping/wanted-rows.ts'
import { standingChanges, standings, standingVersions } from '#app/requirements/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { never } from '#app/units/unit.ts'

/** Inner step: writes what a step of the keeper found, and the figures with it. */
export async function noteStandingsInTx(tx: Transaction, { ended, noted, dropped, changes }: Step, day: Day) {
  for (const rows of byRequirement(dropped)) await tx.delete(standings).where(those(rows))
  await endRows(
    tx,
    ended.map((row) => ({ ...row, toDay: day })),
  )
  await noteRows(tx, noted)
  await countRows(tx, changes)
  if (changes.length > 0) await noteFiguresInTx(tx, day)
}

/** Inner step: what a process remembers of figures is stale from this write on; the calendar was followed up to a day. */
export async function noteFiguresInTx(tx: Transaction, day: Day): Promise<void> {
  await tx
    .insert(standingVersions)
    .values({ id: 1, version: 1, day })
    .onConflictDoUpdate({ target: standingVersions.id, set: { version: sql`${standingVersions.version} + 1`, day } })
}

const columns = [
  'requirementId',
  'personId',
  'fromDay',
  'toDay',
  'standing',
  'unitId',
  'opensDay',
  'dueDay',
  'lateDay',
  'doneDay',
  'exceptionId',
  'changesDay',
  'sortKey',
] as const
const target = [standings.requirementId, standings.personId, standings.fromDay]

/** The rows are there: one statement that is prepared once ends a hundred of them. */
const endRows = rowsStatement(standings, columns, (tx, rows) =>
  tx
    .insert(standings)
    .values(rows)
    .onConflictDoUpdate({ target, set: { toDay: sql`excluded.to_day` } }),
)

const noteRows = rowsStatement(standings, columns, (tx, rows) =>
  tx.insert(standings).values(rows).onConflictDoUpdate({ target, set: overwritten }),
)

const overwritten = {
  standing: sql`excluded.standing`,
  unitId: sql`excluded.unit_id`,
  opensDay: sql`excluded.opens_day`,
  dueDay: sql`excluded.due_day`,
  lateDay: sql`excluded.late_day`,
  doneDay: sql`excluded.done_day`,
  exceptionId: sql`excluded.exception_id`,
  changesDay: sql`excluded.changes_day`,
  sortKey: sql`excluded.sort_key`,
}

const countRows = rowsStatement(standingChanges, ['unitId', 'requirementId', 'standing', 'day', 'change'], (tx, rows) =>
  tx
    .insert(standingChanges)
    .values(rows)
    .onConflictDoUpdate({
      target: [standingChanges.unitId, standingChanges.requirementId, standingChanges.standing, standingChanges.day],
      set: { change: sql`${standingChanges.change} + excluded.change` },
    }),
)

function* byRequirement(rows: readonly StandingRow[]): Iterable<StandingRow[]> {
  const groups = new Map<string, StandingRow[]>()
  for (const row of rows) groups.set(row.requirementId, [...(groups.get(row.requirementId) ?? []), row])
  for (const group of groups.values()) yield* inChunks(group)
}

/** The rows without an end of some people, of one requirement. */
function those(rows: readonly StandingRow[]) {
  const personIds = rows.map(({ personId }) => personId)
  return and(
    eq(standings.requirementId, rows[0]?.requirementId ?? ''),
    inArray(standings.personId, personIds),
    eq(standings.toDay, never),
  )
}
