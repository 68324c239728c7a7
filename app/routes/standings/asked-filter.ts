import { z } from 'zod'
import { dayOf } from '#app/i18n/day.ts'
import { isDay } from '#app/units/day-shape.ts'

const longestWords = 100

const schema = z.object({
  requirement: z.uuid().optional().catch(undefined),
  standing: z.enum(['done', 'done-late', 'due', 'soon', 'overdue', 'excused']).optional().catch(undefined),
  q: z.string().trim().max(longestWords).catch(''),
  day: z.string().refine(isDay).optional().catch(undefined),
  after: z.string().max(500).optional().catch(undefined),
})

/** Which people an address asks for; what makes no sense in it counts as not asked. A day to come is today. */
export function askedFilter(values: URLSearchParams | FormData) {
  const { requirement, standing, q, day, after } = schema.parse(
    Object.fromEntries([...values].filter(([, value]) => value !== '')),
  )
  const today = dayOf(new Date())
  return {
    ...(requirement && { requirementId: requirement }),
    ...(standing && { standing }),
    ...(q && { words: q }),
    ...(after && { after }),
    day: day && day < today ? day : today,
    today,
  }
}
