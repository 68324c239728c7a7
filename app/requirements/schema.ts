import { flag, id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '#app/db/columns.ts'
import { people } from '#app/people/schema.ts'
import type { Preview, PreviewProgress } from '#app/requirements/asking/preview.ts'
import type { Clause, Window } from '#app/requirements/requirement.ts'
import { standingKinds } from '#app/requirements/standing/standing.ts'
import { units } from '#app/units/schema.ts'

// Days are YYYY-MM-DD in Vietnam, half-open: from_day ≤ day < to_day; 9999-12-31 has no end. Hours are kept in half tiết.

/**
 * Who must learn what by when. A draft until it is published; afterwards it is never changed, only ended. What people stand
 * to it is a pure function of it and of their facts (standing/standing-on.ts).
 */
export const requirements = table(
  'requirements',
  {
    id: id(),
    /** Who asks: its managers keep it. */
    unitId: text()
      .notNull()
      .references(() => units.id),
    /** As the unit was called when it was published: "asked by". */
    unitName: text().notNull(),
    title: text().notNull(),
    /** One course, or those of a programme in their order. */
    courseIds: json<string[]>().notNull(),
    /** The code of the programme it was made from; null: a single course. */
    programme: text(),
    /** Done instead from the second window on; empty: the same again. */
    renewalCourseIds: json<string[]>().notNull(),
    clauses: json<Clause[]>().notNull(),
    window: json<Window>().notNull(),
    graceDays: int().notNull(),
    atLeastDays: int().notNull(),
    decisionNumber: text().notNull(),
    decisionDay: text().notNull(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: text(),
    publishedAt: instant(),
    publishedBy: text(),
    /** When the keeper had worked out whom it means; null: not yet. */
    keptAt: instant(),
    endedAt: instant(),
    endedBy: text(),
    endReason: text(),
  },
  (requirement) => [index('requirements_by_unit').on(requirement.unitId, requirement.publishedAt)],
)

/**
 * Whom a draft would ask, where they are too many to be worked out while somebody waits (asking/work-out-previews): asked for by
 * its page, worked out beside those who serve, forgotten within the hour. By what it was worked out from, so that a draft that
 * was changed since finds nothing.
 */
export const previews = table(
  'previews',
  {
    /** The hash of the draft, of whom it names, and of the day. */
    key: text().primaryKey(),
    requirementId: text()
      .notNull()
      .references(() => requirements.id),
    /** Of whom it names, those whom the actor acts for. */
    named: json<string[]>().notNull(),
    /** It tells how everybody stood then. */
    askedAt: instant().notNull(),
    /** The version of head-counts and tree at that time. */
    headcounts: int().notNull(),
    /** When the last step was noted. */
    steppedAt: instant().notNull(),
    /** How far it is. */
    progress: json<PreviewProgress>().notNull(),
    doneAt: instant(),
    /** What it found; null: not yet. */
    preview: json<Preview>(),
  },
  (preview) => [index('previews_by_requirement').on(preview.requirementId)],
)

/** People whom a requirement names, beside whom its clauses mean. */
export const requirementPeople = table(
  'requirement_people',
  {
    requirementId: text()
      .notNull()
      .references(() => requirements.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    fromDay: text().notNull(),
    toDay: text().notNull(),
  },
  (named) => [
    primaryKey({ columns: [named.requirementId, named.personId, named.fromDay] }),
    index('requirement_people_by_person').on(named.personId),
  ],
)

/** Asked for by the learner or given by the manager; works from the day it was given until it was taken back. */
export const exceptions = table(
  'exceptions',
  {
    id: id(),
    kind: text({ enum: ['extension', 'waiver', 'pause'] }).notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** Null: of all requirements, as a pause is. */
    requirementId: text().references(() => requirements.id),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    /** Of an extension: the new last day. */
    dueDay: text(),
    reason: text().notNull(),
    documentNumber: text(),
    /** Null: nobody asked, a manager gave it. */
    askedAt: instant(),
    state: text({ enum: ['asked', 'given', 'refused', 'taken-back'] }).notNull(),
    decidedAt: instant(),
    decidedBy: text(),
    /** Why it was refused. */
    decisionReason: text(),
    takenBackAt: instant(),
    takenBackBy: text(),
    takenBackReason: text(),
  },
  (exception) => [
    index('exceptions_by_person').on(exception.personId, exception.state),
    index('exceptions_by_requirement').on(exception.requirementId, exception.state),
    /** Few wait for an answer at a time, of the many that were decided. */
    index('exceptions_by_state').on(exception.state, exception.personId),
  ],
)

/**
 * How people stood, as it was reported: a row holds from the day it was noted until another followed. Days that are past are
 * never rewritten, whatever is entered later; the row without an end is how they stand now. Kept by the keeper alone
 * (keeping/keep-standings).
 */
export const standings = table(
  'standings',
  {
    requirementId: text().notNull(),
    personId: text().notNull(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    standing: text({ enum: standingKinds }).notNull(),
    /** The unit the person was counted by. */
    unitId: text(),
    opensDay: text(),
    dueDay: text(),
    lateDay: text(),
    doneDay: text(),
    exceptionId: text(),
    /** When it may be another by the calendar alone; of the row that stands. */
    changesDay: text().notNull(),
    /** As in people, so that lists come in order. */
    sortKey: text().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.requirementId, row.personId, row.fromDay] }),
    index('standings_by_person').on(row.personId, row.toDay),
    index('standings_by_change').on(row.toDay, row.changesDay),
    index('standings_by_unit').on(row.unitId, row.toDay, row.requirementId, row.standing),
  ],
)

/**
 * A projection of the standings: how many more (or fewer) stand so from a day on, by the unit they are counted by. The sum
 * up to a day is the figure of that day.
 */
export const standingChanges = table(
  'standing_changes',
  {
    unitId: text().notNull(),
    requirementId: text().notNull(),
    standing: text({ enum: standingKinds }).notNull(),
    day: text().notNull(),
    change: int().notNull(),
  },
  (row) => [primaryKey({ columns: [row.unitId, row.requirementId, row.standing, row.day] })],
)

/** One row: how often the figures have changed; a sum that a process remembers is right while this stands still. */
export const standingVersions = table('standing_versions', {
  id: int().primaryKey(),
  version: int().notNull(),
  /** The day up to which the calendar was followed. */
  day: text().notNull(),
})

/** Learning elsewhere, told with evidence; counts once the agency has confirmed it. */
export const credits = table(
  'credits',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    title: text().notNull(),
    folded: text().notNull(),
    /** Tên cơ sở đào tạo. */
    provider: text().notNull(),
    category: text().notNull(),
    halfHours: int().notNull(),
    /** Hình thức. */
    form: text({ enum: ['onsite', 'blended', 'online'] }).notNull(),
    paper: text(),
    beganDay: text().notNull(),
    completedDay: text().notNull(),
    /** The file in DATA_DIR/evidence, by the hash of its bytes. */
    evidenceHash: text().notNull(),
    evidenceName: text().notNull(),
    evidenceType: text().notNull(),
    evidenceBytes: int().notNull(),
    addedAt: instant().notNull(),
    addedBy: text(),
    state: text({ enum: ['provisional', 'confirmed', 'refused', 'revoked'] }).notNull(),
    decidedAt: instant(),
    decidedBy: text(),
    decisionReason: text(),
    revokedAt: instant(),
    revokedBy: text(),
    revocationReason: text(),
  },
  (credit) => [
    uniqueIndex('credits_once').on(credit.personId, credit.folded, credit.completedDay, credit.evidenceHash),
    index('credits_by_state').on(credit.state, credit.personId),
  ],
)

/** Less (or more) than the rule asks of a person in a year, with the reason and who approved it. The newest holds. */
export const quotaOverrides = table(
  'quota_overrides',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    year: int().notNull(),
    halfHours: int().notNull(),
    reason: text().notNull(),
    /** Who approved it, by name and post, as the paper says. */
    approver: text().notNull(),
    documentNumber: text(),
    at: instant().notNull(),
    madeBy: text(),
  },
  (override) => [index('quota_overrides_by_person').on(override.personId, override.year, override.at)],
)

/** A step of the ladder that was taken, once for ever: what was sent, or passed over because a later one was due already. */
export const reminders = table(
  'reminders',
  {
    requirementId: text().notNull(),
    personId: text().notNull(),
    /** The turn, by the day it opened, and its due day: a new due day is reminded of anew. */
    opensDay: text().notNull(),
    dueDay: text().notNull(),
    step: text({ enum: ['14-days', '7-days', '1-day', 'overdue', 'two-weeks-overdue'] }).notNull(),
    day: text().notNull(),
    isSent: flag().notNull(),
  },
  (reminder) => [
    primaryKey({
      columns: [reminder.requirementId, reminder.personId, reminder.opensDay, reminder.dueDay, reminder.step],
    }),
    index('reminders_by_person').on(reminder.personId),
  ],
)

/**
 * One row a day: its run of reminders. A run that ended in the middle is gone on with by the next, on whatever day that is:
 * who has a report of it is told by the cursor, in the order of ids.
 */
export const reminderRuns = table('reminder_runs', {
  day: text().primaryKey(),
  beganAt: instant().notNull(),
  /** Heads and agencies up to this one have their lists. */
  reportedThrough: text().notNull(),
  endedAt: instant(),
})
