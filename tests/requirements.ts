import { eq } from 'drizzle-orm'
import { editions } from '#app/courses/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import type { Clause, Window } from '#app/requirements/requirement.ts'
import { requirementPeople, requirements } from '#app/requirements/schema.ts'
import { never } from '#app/units/unit.ts'

type NewRequirement = Partial<typeof requirements.$inferInsert> & {
  unitId: string
  courseIds: string[]
  clauses?: Clause[]
  window?: Window
  /** People it names, from its first day on. */
  names?: string[]
}

/** A published requirement of a unit, asked of all who are in it or below: by 31 March 2026; its id. */
export async function aRequirement({ names = [], unitId, courseIds, ...changes }: NewRequirement): Promise<string> {
  const row = {
    unitId,
    unitName: 'Sở Nội vụ',
    title: 'Kỹ năng số cơ bản',
    courseIds,
    programme: null,
    renewalCourseIds: [],
    clauses: [allOf(unitId)],
    window: { kind: 'fixed' as const, opensDay: '2026-01-01', dueDay: '2026-03-31' },
    graceDays: 0,
    atLeastDays: 30,
    decisionNumber: '12/QĐ-SNV',
    decisionDay: '2026-01-01',
    fromDay: '2026-01-01',
    toDay: never,
    createdAt: new Date('2026-01-01T00:00:00+07:00'),
    publishedAt: new Date('2026-01-01T00:00:00+07:00'),
    ...changes,
  }
  return write(async (tx) => {
    const [kept] = await tx.insert(requirements).values(row).returning({ id: requirements.id })
    const requirementId = kept?.id ?? ''
    const { fromDay, toDay } = row
    if (names.length > 0)
      await tx.insert(requirementPeople).values(names.map((personId) => ({ requirementId, personId, fromDay, toDay })))
    return requirementId
  })
}

export function allOf(unitId: string): Clause {
  return { unitId, withBelow: true, categories: [], positions: [] }
}

/** The course that an edition is of. */
export async function aCourseOf(editionId: string): Promise<string> {
  const [edition] = await db.select({ courseId: editions.courseId }).from(editions).where(eq(editions.id, editionId))
  return edition?.courseId ?? ''
}
