import { flag, id, index, instant, int, json, primaryKey, table, text } from '#app/db/columns.ts'
import {
  type BatchProblem,
  batchStates,
  type Counts,
  decisions,
  type VerdictReason,
  verdicts,
} from '#app/intake/batch.ts'
import type { KeptRow } from '#app/intake/kept-row.ts'
import type { PassedRow } from '#app/intake/reading/person-row.ts'
import type { Source } from '#app/intake/reading/table.ts'
import type { Plan } from '#app/intake/reading/understand.ts'
import type { Choices } from '#app/intake/sheet/columns.ts'
import type { Sealed } from '#app/people/identity-cipher.server.ts'
import { units } from '#app/units/schema.ts'
import { staffCategories } from '#app/units/unit.ts'

/** A list of people that somebody sent in for a unit and all below it. Its file stands in DATA_DIR/intake. */
export const intakeBatches = table(
  'intake_batches',
  {
    id: id(),
    unitId: text()
      .notNull()
      .references(() => units.id),
    /** Null: the command line. */
    madeBy: text(),
    createdAt: instant().notNull(),
    fileName: text().notNull(),
    /** SHA-256 of the file, hex. */
    fileHash: text().notNull(),
    fileRemovedAt: instant(),
    sheet: text(),
    /** From when on these people are in their units, and as what where the list does not tell. */
    fromDay: text().notNull(),
    category: text({ enum: staffCategories }).notNull(),
    state: text({ enum: batchStates }).notNull(),
    changedAt: instant().notNull(),
    source: json<Source>(),
    plan: json<Plan>(),
    choices: json<Choices>(),
    /** Rows that are no person, the first of them. */
    passed: json<PassedRow[]>(),
    problem: json<BatchProblem>(),
    counts: json<Counts>().notNull(),
    /** How far the worker is: what it is at (`make` by older versions alone), and the last row done; of names, how many. */
    phase: text({ enum: ['make', 'join', 'name'] }),
    cursor: int().notNull(),
    committedAt: instant(),
    undoneAt: instant(),
  },
  (batch) => [
    index('intake_batches_by_unit').on(batch.unitId, batch.createdAt),
    index('intake_batches_by_state').on(batch.state),
  ],
)

/** One person of a list: what was understood, what is to be done with them, and what was done. */
export const intakeRows = table(
  'intake_rows',
  {
    batchId: text()
      .notNull()
      .references(() => intakeBatches.id),
    /** As the program that made the file numbers it. */
    row: int().notNull(),
    understood: json<KeptRow>().notNull(),
    /** The identity number, sealed as `people` keeps it; null where the list tells none. */
    identity: json<Sealed>(),
    verdict: text({ enum: verdicts }),
    reasons: json<VerdictReason[]>(),
    /** The unit meant. */
    unitId: text(),
    /** Whom it may be, the likeliest first. */
    candidates: json<string[]>(),
    decision: text({ enum: decisions }),
    /** Whose row it became. */
    personId: text(),
    /** `made`: an account was made and waits (by older versions alone); `joined`: in the unit; `kept`: had done something before the undo. */
    outcome: text({ enum: ['made', 'joined', 'nothing', 'removed', 'kept', 'left'] }),
    /** The account was made by this batch. */
    isMade: flag(),
  },
  (row) => [
    primaryKey({ columns: [row.batchId, row.row] }),
    index('intake_rows_by_verdict').on(row.batchId, row.verdict),
    index('intake_rows_by_person').on(row.personId),
  ],
)
