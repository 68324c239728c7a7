import { flag, id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '#app/db/columns.ts'
import { people } from '#app/people/schema.ts'
import { reorganisationKinds } from '#app/units/reorganisations/reorganisation.ts'
import { staffCategories, unitRoles, unitTypes } from '#app/units/unit.ts'

// Days are YYYY-MM-DD in Vietnam, half-open: from_day ≤ day < to_day; 9999-12-31 has no end.

/** Only an id that never changes: all that a decision may change stands in the states. */
export const units = table('units', { id: id(), createdAt: instant().notNull() })

/** What was decreed of a unit from one day to another: the states of a unit follow each other without gap. */
export const unitStates = table(
  'unit_states',
  {
    id: id(),
    unitId: text()
      .notNull()
      .references(() => units.id),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    code: text(),
    /** Exactly as decreed. */
    name: text().notNull(),
    /** The name without tone marks, for search. */
    folded: text().notNull(),
    type: text({ enum: unitTypes }).notNull(),
    parentId: text().references(() => units.id),
  },
  (state) => [
    uniqueIndex('unit_states_once').on(state.unitId, state.fromDay),
    index('unit_states_by_parent').on(state.parentId),
    index('unit_states_by_code').on(state.code),
  ],
)

/** Other names to be found by: abbreviations, what people say. Old official names stand in the states. */
export const unitAliases = table(
  'unit_aliases',
  {
    id: id(),
    unitId: text()
      .notNull()
      .references(() => units.id),
    text: text().notNull(),
    folded: text().notNull(),
  },
  (alias) => [uniqueIndex('unit_aliases_once').on(alias.unitId, alias.folded)],
)

/**
 * A projection of the states: every unit above a unit, itself included, day by day. With it the subtree of any day is
 * one indexed query on both engines. Redrawn by the verbs (redraw-lines-in-tx).
 */
export const unitLines = table(
  'unit_lines',
  {
    ancestorId: text().notNull(),
    unitId: text().notNull(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    /** 0 is the unit itself. */
    depth: int().notNull(),
  },
  (line) => [
    primaryKey({ columns: [line.ancestorId, line.unitId, line.fromDay] }),
    index('unit_lines_by_unit').on(line.unitId, line.ancestorId),
  ],
)

/** Where a unit stands, when that is not what stands above it: an industrial zone may lie in two communes. */
export const unitSites = table(
  'unit_sites',
  {
    id: id(),
    unitId: text()
      .notNull()
      .references(() => units.id),
    placeId: text()
      .notNull()
      .references(() => units.id),
    fromDay: text().notNull(),
    toDay: text().notNull(),
  },
  (site) => [
    uniqueIndex('unit_sites_once').on(site.unitId, site.placeId, site.fromDay),
    index('unit_sites_by_place').on(site.placeId),
  ],
)

/** Append only: what was decided, and when it was entered. */
export const reorganisations = table(
  'reorganisations',
  {
    id: id(),
    kind: text({ enum: reorganisationKinds }).notNull(),
    decisionNumber: text(),
    decisionDay: text(),
    effectiveDay: text().notNull(),
    note: text(),
    madeAt: instant().notNull(),
    /** Null: the command line. */
    madeBy: text(),
    /** The form as it was given, lists of people aside; and what it found and left (withdrawal/trace.ts). */
    details: json<unknown>().notNull(),
  },
  (event) => [index('reorganisations_by_day').on(event.effectiveDay)],
)

/** From which unit to which: null where one begins or ends without another; itself where it lives on. */
export const reorganisationLinks = table(
  'reorganisation_links',
  {
    id: id(),
    reorganisationId: text()
      .notNull()
      .references(() => reorganisations.id),
    fromId: text().references(() => units.id),
    toId: text().references(() => units.id),
    effectiveDay: text().notNull(),
  },
  (link) => [
    index('reorganisation_links_by_event').on(link.reorganisationId),
    index('reorganisation_links_by_from').on(link.fromId),
    index('reorganisation_links_by_to').on(link.toId),
  ],
)

/** A person in a unit from one day to another; several at once, but never twice in the same unit on the same day. */
export const memberships = table(
  'memberships',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    position: text().notNull(),
    category: text({ enum: staffCategories }).notNull(),
    /** Wanted as the one that the person is counted by. */
    isMain: flag().notNull(),
    /** The day the person began there, through all reorganisations of the unit; decides which membership is main. */
    since: text().notNull(),
    /** The first of the rows that reorganisations made of one membership. */
    originId: text().notNull(),
    /** Chưa phân bổ: the person waits in this unit for a place, since that unit was split or dissolved. */
    waitsFromId: text().references(() => units.id),
    reason: text(),
    endReason: text(),
    /** The import it came by. */
    batchId: text(),
    /** The person's, again: a unit's people are put in order without looking at each (insert-memberships-in-tx, sort-anew-in-tx). */
    sortKey: text().notNull().default(''),
    /** The reorganisation that carried it here. */
    reorganisationId: text().references(() => reorganisations.id),
  },
  (membership) => [
    index('memberships_by_unit').on(
      membership.unitId,
      membership.toDay,
      membership.fromDay,
      membership.personId,
      membership.sortKey,
    ),
    index('memberships_by_person').on(membership.personId, membership.fromDay),
    index('memberships_by_batch').on(membership.batchId),
    index('memberships_by_waiting').on(membership.waitsFromId),
  ],
)

/**
 * A projection of the memberships: the one unit by which a person is counted on a day, so that the totals of units add
 * up. Settled by the verbs (settle-mains-in-tx).
 */
export const mainMemberships = table(
  'main_memberships',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    unitId: text().notNull(),
    membershipId: text().notNull(),
    category: text({ enum: staffCategories }).notNull(),
    isWaiting: flag().notNull(),
  },
  (main) => [
    primaryKey({ columns: [main.personId, main.fromDay] }),
    index('main_memberships_by_unit').on(main.unitId, main.toDay, main.fromDay, main.isWaiting, main.category),
  ],
)

/**
 * A projection of the main memberships: how many more (or fewer) a unit counts from a day on. The sum up to a day is the
 * head-count of that day; a great unit has thousands of people, but few days on which their number changed.
 */
export const headcountChanges = table(
  'headcount_changes',
  {
    unitId: text().notNull(),
    day: text().notNull(),
    category: text({ enum: staffCategories }).notNull(),
    isWaiting: flag().notNull(),
    change: int().notNull(),
  },
  (row) => [primaryKey({ columns: [row.unitId, row.day, row.category, row.isWaiting] })],
)

/** Changes of head-counts that wait for the end of an import: its people are counted all at once (count-in-tx). */
export const heldHeadcounts = table(
  'held_headcounts',
  {
    batchId: text().notNull(),
    unitId: text().notNull(),
    day: text().notNull(),
    category: text({ enum: staffCategories }).notNull(),
    isWaiting: flag().notNull(),
    change: int().notNull(),
  },
  (row) => [primaryKey({ columns: [row.batchId, row.unitId, row.day, row.category, row.isWaiting] })],
)

/**
 * One row: how often head-counts, or who stands above whom, have changed. A sum that a process remembers is right as long
 * as this stands still (sum-totals).
 */
export const headcountVersions = table('headcount_versions', { id: int().primaryKey(), version: int().notNull() })

/** Who answers for a unit, and all below it, from one day to another. */
export const roleHoldings = table(
  'role_holdings',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    unitId: text()
      .notNull()
      .references(() => units.id),
    role: text({ enum: unitRoles }).notNull(),
    fromDay: text().notNull(),
    toDay: text().notNull(),
    reason: text().notNull(),
  },
  (holding) => [
    index('role_holdings_by_person').on(holding.personId, holding.toDay),
    index('role_holdings_by_unit').on(holding.unitId, holding.toDay),
  ],
)
