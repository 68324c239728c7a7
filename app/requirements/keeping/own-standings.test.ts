import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { publishedRequirements } from '#app/requirements/keeping/published.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit } from '#tests/units.ts'

const day = '2026-03-10'
const own = (person: { id: string; role: 'learner' }) => standingsOf({ ...person }, person.id, day)

async function someone() {
  const { id } = await aPerson()
  return { id, role: 'learner' as const, username: id, fullName: 'Lê Thị Tư', language: 'vi' as const, isShared: false }
}

test('who has no place and no name in a requirement costs one query, who has a place two, whoever is asked seven', async () => {
  const [nobody, placed, asked, named] = [await someone(), await someone(), await someone(), await someone()]
  const [quiet, asking] = [await aUnit(), await aUnit()]
  await aMembership({ personId: placed.id, unitId: quiet })
  await aMembership({ personId: asked.id, unitId: asking })
  const { courseId } = await anEdition()
  await aRequirement({ unitId: asking, courseIds: [courseId] })
  await aRequirement({ unitId: asking, courseIds: [courseId], clauses: [], names: [named.id] })
  await own(asked)
  expect(await countQueries(() => own(nobody))).toBe(1)
  await own(placed)
  expect(await countQueries(() => own(placed))).toBe(2)
  expect(await countQueries(() => own(asked))).toBe(7)
  expect(await own(placed)).toEqual([])
  expect(await own(named)).toMatchObject([{ stands: { standing: 'due' }, courses: [{ courseId, isAgain: false }] }])
})

test('what is published or ended is known at once, though requirements are remembered', async () => {
  const [person, unitId] = [await someone(), await aUnit()]
  await aMembership({ personId: person.id, unitId })
  const { courseId } = await anEdition()
  expect(await own(person)).toEqual([])
  const requirementId = await aRequirement({ unitId, courseIds: [courseId] })
  expect(await own(person)).toMatchObject([{ requirement: { id: requirementId } }])
  await write((tx) =>
    tx.update(requirements).set({ toDay: '2026-03-05', endedAt: new Date() }).where(eq(requirements.id, requirementId)),
  )
  expect(await own(person)).toEqual([])
  expect(await write((tx) => publishedRequirements(tx))).not.toEqual([])
})
