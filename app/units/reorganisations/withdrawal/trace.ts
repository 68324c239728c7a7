import { z } from 'zod'
import { keptMembership } from '#app/units/memberships/kept-membership.ts'
import { unitRoles, unitTypes } from '#app/units/unit.ts'

const period = { fromDay: z.string(), toDay: z.string() }
const state = z.object({
  ...period,
  unitId: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  type: z.enum(unitTypes),
  parentId: z.string().nullable(),
})
const role = z.object({
  ...period,
  id: z.string(),
  personId: z.string(),
  unitId: z.string(),
  role: z.enum(unitRoles),
  reason: z.string(),
})
const site = z.object({ ...period, id: z.string(), unitId: z.string(), placeId: z.string() })
const alias = z.object({ id: z.string(), unitId: z.string(), text: z.string(), folded: z.string() })
const picture = z.object({
  states: z.array(state),
  roles: z.array(role),
  sites: z.array(site),
  aliases: z.array(alias),
})
const places = z.object({ before: z.array(keptMembership), after: z.array(keptMembership) })

/** The rows of some units: their states and other names; of those that end, also their roles and sites. */
export type Picture = z.infer<typeof picture>
/** Memberships that were changed, ended or dropped as they were; and those that were left or opened in their place. */
export type Places = z.infer<typeof places>

/**
 * What a reorganisation found and what it left, so that it can be withdrawn exactly. Decisions entered before traces
 * were kept have none.
 */
export type Trace = z.infer<typeof traceSchema>
const traceSchema = z.object({ unitIds: z.array(z.string()), before: picture, after: picture, places })

const details = z.object({ trace: traceSchema })

/** The trace in the details of a reorganisation; null when it has none. */
export function traceIn(value: unknown): Trace | null {
  return details.safeParse(value).data?.trace ?? null
}

/** Several steps as one: what a later step changed of an earlier one's work was not there before either. */
export function together(steps: readonly Places[]): Places {
  const before = new Map<string, Places['before'][number]>()
  const after = new Map<string, Places['after'][number]>()
  for (const step of steps) {
    for (const row of step.before) if (!after.delete(row.id)) before.set(row.id, row)
    for (const row of step.after) after.set(row.id, row)
  }
  return { before: [...before.values()], after: [...after.values()] }
}
