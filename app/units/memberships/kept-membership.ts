import { z } from 'zod'
import { staffCategories } from '#app/units/unit.ts'

/** A membership as it is written down beside what changed it, so that the change can be taken back exactly. */
export const keptMembership = z.object({
  id: z.string(),
  personId: z.string(),
  unitId: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  position: z.string(),
  category: z.enum(staffCategories),
  isMain: z.boolean(),
  since: z.string(),
  originId: z.string(),
  waitsFromId: z.string().nullable(),
  reason: z.string().nullable(),
  endReason: z.string().nullable(),
  batchId: z.string().nullable(),
  reorganisationId: z.string().nullable(),
})
