import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { AskedPerson } from '#app/requirements/asking/asked-people.server.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { fewPeopleAsked } from '#app/requirements/asking/few-people-asked.server.ts'
import { peopleAsked } from '#app/requirements/asking/people-asked.server.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import { requirements } from '#app/requirements/schema.ts'
import { staffCategories } from '#app/units/unit.ts'
import { aForm } from '#tests/asking.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { aCourseOf } from '#tests/requirements.ts'
import { aWorld, event, happen } from '#tests/unit-events.ts'
import { done } from '#tests/units.ts'

const place = fc.nat({ max: 30 })
const clause = fc.record({
  unit: place,
  withBelow: fc.boolean(),
  categories: fc.subarray([...staffCategories].slice(0, 3)),
  positions: fc.subarray(['chuyen vien', 'van thu']),
})

test('whatever became of units and people, few are told as many are: each once, where they are counted', {
  timeout: 120_000,
}, async () => {
  const editionId = await aCertifiedEdition()
  const courseIds = [await aCourseOf(editionId)]
  const now = new Date()
  const found: number[] = []
  const drawn = { events: fc.array(event, { maxLength: 6 }), clauses: fc.array(clause, { maxLength: 3 }) }
  await fc.assert(
    fc.asyncProperty(fc.record({ ...drawn, named: fc.array(place, { maxLength: 3 }) }), async (made) => {
      const world = await aWorld()
      for (const one of made.events) await happen(world, one)
      const of = (list: string[], where: number) => list[where % list.length] ?? ''
      await award({ id: of(world.people, made.clauses.length) }, editionId, now)
      const clauses = made.clauses.map(({ unit, ...rest }) => ({ ...rest, unitId: of(world.units, unit) }))
      const asking = {
        requirement: await aDraft(world.province, courseIds, clauses),
        named: [...new Set(made.named.map((where) => of(world.people, where)))],
      }
      const tree = await treeOf(db, [world.province, ...clauses.map(({ unitId }) => unitId)])
      const many: AskedPerson[] = []
      for await (const { people } of peopleAsked(db, asking, dayOf(now))) many.push(...people)
      const few = await fewPeopleAsked(db, asking, tree, dayOf(now))
      expect(inOrder(few ?? [])).toEqual(inOrder(many))
      found.push(many.length)
    }),
    { numRuns: 20 },
  )
  expect(Math.max(...found)).toBeGreaterThan(2)
})

async function aDraft(unitId: string, courseIds: string[], clauses: Clause[]) {
  const { id } = done(await draftRequirement('command-line', unitId, aForm(unitId, courseIds, { clauses: [] })))
  const [row] = await db.select().from(requirements).where(eq(requirements.id, id))
  if (!row) throw new Error('no draft')
  return { ...row, clauses }
}

function inOrder(people: readonly AskedPerson[]): string[] {
  return people.map((person) => JSON.stringify(person)).sort()
}
