import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { verify } from '#app/certificates/verify.server.ts'
import { write } from '#app/db/db.server.ts'
import { coursesOf } from '#app/enrolments/courses-of.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import { rebuild } from '#app/ledger/rebuild.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { hoursOf } from '#app/requirements/hours/hours-of.server.ts'
import { award } from '#tests/certificates.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { allLessons } from '#tests/learning.ts'
import { merge, unmerge } from '#tests/merging.ts'
import { projectionsOf } from '#tests/projections.ts'

test('papers of both count for the kept account, a course once, and stay valid as they were issued', async () => {
  const [keep, fold] = [await aPerson(), await aPerson({ fullName: 'Nguyễn Thị Bé ba' })]
  const sheet = { hours: 10, code: 'CB2' }
  const [first, second] = [await anEdition({ slug: 'cb2-m', sheet }), await anEdition({ slug: 'cb2-m', sheet })]
  const third = await anEdition({ sheet: { hours: 4, code: 'CD9' } })
  await award(keep, first.id)
  await award(fold, second.id)
  await award(fold, third.id)
  const before = await certificatesOf(fold, fold.id)

  const mergeId = await merge(keep, fold)

  const papers = (await certificatesOf(keep, keep.id)) ?? []
  expect(papers).toHaveLength(3)
  expect((await hoursOf(keep, keep.id, 2026, '2026-12-31'))?.total).toBe(28)
  for (const { code, facts } of before ?? [])
    expect(await verify(code)).toMatchObject({ state: 'valid', facts: { fullName: facts.fullName } })
  await unmerge(mergeId)
  expect(await certificatesOf(fold, fold.id)).toEqual(before)
  expect((await hoursOf(keep, keep.id, 2026, '2026-12-31'))?.total).toBe(20)
})

test('what was completed in the folded account stands among one’s courses once, and the ledger rebuilds the same rows', async () => {
  const [keep, fold] = [await aPerson(), await aPerson()]
  const [both, onlyFolded, halfDone] = [await anEdition(), await anEdition(), await anEdition()]
  await enrol(keep, both.slug)
  for (const edition of [both, onlyFolded]) await record(fold, { events: allLessons(edition) })
  await record(keep, { events: allLessons(both).slice(0, 1) })
  await record(fold, { events: allLessons(halfDone).slice(0, 1) })
  await write((tx) =>
    tx
      .update(enrolments)
      .set({ completedAt: new Date() })
      .where(inArray(enrolments.editionId, [both.id, onlyFolded.id])),
  )
  await write((tx) => tx.update(enrolments).set({ completedAt: null }).where(eq(enrolments.personId, keep.id)))
  const before = await Promise.all([keep, fold].map(projectionsOf))

  await merge(keep, fold)

  const courses = await coursesOf(keep)
  expect(courses.map(({ slug }) => slug).sort()).toEqual([both.slug, onlyFolded.slug].sort())
  expect(courses.every(({ completedAt }) => completedAt !== null)).toBe(true)
  expect(await Promise.all([keep, fold].map(projectionsOf))).toEqual(before)
  await rebuild('command-line', 'all')
  expect((await projectionsOf(fold)).progress).toEqual(before[1]?.progress)
  expect((await projectionsOf(keep)).progress).toEqual(before[0]?.progress)
})
