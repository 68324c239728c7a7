import { getTableColumns } from 'drizzle-orm'
import { memberships } from '#app/units/schema.ts'

const { sortKey: _, ...columns } = getTableColumns(memberships)

/**
 * A membership as verbs read, carry and write it down: without the sort key, which is the person's name in other letters
 * and has to be gone when the name is.
 */
export const heldColumns = columns
export type Held = Omit<typeof memberships.$inferSelect, 'sortKey'>
