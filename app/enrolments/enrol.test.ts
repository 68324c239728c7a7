import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import { anEdition, aPerson } from '#tests/factories.ts'

const rowsOf = (person: { id: string }) => db.select().from(enrolments).where(eq(enrolments.personId, person.id))

test('enrolling twice, and twenty times at once, is enrolling once', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await Promise.all(Array.from({ length: 20 }, () => enrol(person, edition.slug)))
  expect(await enrol(person, edition.slug)).toEqual({ editionId: edition.id })
  expect(await rowsOf(person)).toHaveLength(1)
})

test('who has begun an edition stays on it when a newer one is published', async () => {
  const [person, first] = [await aPerson(), await anEdition()]
  await enrol(person, first.slug)
  const second = await anEdition({ slug: first.slug })

  expect(await enrol(person, first.slug)).toEqual({ editionId: first.id })
  expect(await enrol(await aPerson(), first.slug)).toEqual({ editionId: second.id })
})

test('who has finished an edition begins the newer one by enrolling again', async () => {
  const [person, first] = [await aPerson(), await anEdition()]
  await enrol(person, first.slug)
  const own = and(eq(enrolments.personId, person.id), eq(enrolments.editionId, first.id))
  await write((tx) => tx.update(enrolments).set({ completedAt: new Date() }).where(own))
  const second = await anEdition({ slug: first.slug })

  expect(await enrol(person, first.slug)).toEqual({ editionId: second.id })
  expect(await rowsOf(person)).toHaveLength(2)
})

test('there is no enrolling in a course that is not there', async () => {
  expect(await enrol(await aPerson(), 'khong-co')).toBeNull()
})
