import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { revoke } from '#app/certificates/revoke.server.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { nameInDraft } from '#app/requirements/asking/name-in-draft.server.ts'
import { previewRequirement } from '#app/requirements/asking/preview-requirement.server.ts'
import { publishRequirement } from '#app/requirements/asking/publish-requirement.server.ts'
import { requirementPage } from '#app/requirements/asking/requirement-page.server.ts'
import { requirementsAskedBy } from '#app/requirements/asking/requirements-asked-by.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { aForm, anAgency, manages } from '#tests/asking.ts'
import { award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { allOf } from '#tests/requirements.ts'
import { aDecision, aMembership, aUnit, done, onlyMade } from '#tests/units.ts'

const at = (day: string) => new Date(`${day}T08:00:00+07:00`)
const march = at('2026-03-10')

test('the preview says how many it touches, where, of which category, who has done it and whom nothing reaches', async () => {
  const { manager, unitId, officeId, mai, phuc, courseId, editionId } = await anAgency()
  const gone = await aPerson({ fullName: 'Đỗ Đã Nghỉ' })
  await aMembership({ personId: gone.id, unitId, toDay: '2026-03-10' })
  await write((tx) => tx.update(people).set({ phone: '+84912345678' }).where(eq(people.id, mai.id)))
  await award(phuc, editionId, at('2026-02-01'))
  const elsewhere = await aPerson({ fullName: 'Bùi Thị Ánh' })
  await aMembership({ personId: elsewhere.id, unitId: await aUnit() })
  const { id } = done(await draftRequirement(manager, unitId, aForm(unitId, [courseId]), march))
  await nameInDraft('command-line', id, elsewhere.id, march)
  await nameInDraft(manager, id, mai.id, march)

  expect(await previewRequirement('command-line', id, march)).toEqual({
    day: '2026-03-10',
    people: 3,
    done: 1,
    unreachable: 2,
    units: [{ unitId: officeId, name: 'Văn phòng', people: 1 }],
    own: 1,
    elsewhere: 1,
    categories: [
      { category: 'cong_chuc', people: 2 },
      { category: 'vien_chuc', people: 1 },
    ],
    names: ['Bùi Thị Ánh', 'Lê Thị Mai', 'Nguyễn Văn Phúc'],
  })
  expect(await previewRequirement(manager, id, march)).toMatchObject({ people: 2, elsewhere: 0 })
  expect(await previewRequirement(await aPerson({ role: 'manager' }), id, march)).toBeNull()
})

test('of many units everybody is counted once, under the unit directly below', async () => {
  const { manager, unitId, officeId, phuc, courseId } = await anAgency()
  for (let place = 0; place < 7; place++) {
    const teamId = await aUnit({ parentId: officeId })
    await aMembership({ personId: (await aPerson()).id, unitId: teamId })
    await aMembership({ personId: phuc.id, unitId: teamId })
  }
  const { id } = done(await draftRequirement(manager, unitId, aForm(unitId, [courseId]), march))
  expect(await previewRequirement(manager, id, march)).toMatchObject({
    people: 9,
    own: 1,
    units: [{ unitId: officeId, people: 8 }],
  })
})

test('who did it before a window that opens later has done it; a revoked paper is none', async () => {
  const { manager, unitId, mai, courseId, editionId } = await anAgency()
  const window = { kind: 'fixed' as const, opensDay: '2026-05-01', dueDay: '2026-06-30' }
  const { id } = done(await draftRequirement(manager, unitId, aForm(unitId, [courseId], { window }), march))
  await award(mai, editionId, at('2026-02-01'))
  expect(await previewRequirement(manager, id, march)).toMatchObject({ people: 2, done: 1 })
  const [paper] = await db.select().from(certificates).where(eq(certificates.personId, mai.id))
  await revoke(await aPerson({ role: 'administrator' }), paper?.id ?? '', 'Thi hộ')
  expect(await previewRequirement(manager, id, new Date())).toMatchObject({ people: 2, done: 0 })
})

test('categories, and the unit without what is below it, narrow the audience', async () => {
  const { manager, unitId, courseId } = await anAgency()
  const preview = async (clause: Partial<ReturnType<typeof allOf>>) => {
    const form = aForm(unitId, [courseId], { clauses: [{ ...allOf(unitId), ...clause }] })
    return previewRequirement(manager, done(await draftRequirement(manager, unitId, form, march)).id, march)
  }
  expect(await preview({ withBelow: false })).toMatchObject({ people: 1, names: ['Lê Thị Mai'] })
  expect(await preview({ categories: ['vien_chuc'] })).toMatchObject({ people: 1, names: ['Nguyễn Văn Phúc'] })
  expect(await preview({ categories: ['can_bo'] })).toMatchObject({ people: 0, units: [], names: [] })
})

test('a unit lists what it asks and what others ask of its people; drafts are for who acts alone', async () => {
  const { manager, unitId, officeId, name, courseId } = await anAgency()
  const ask = async (changes: Parameters<typeof aForm>[2], isPublished = true) => {
    const { id } = done(await draftRequirement(manager, unitId, aForm(unitId, [courseId], changes), march))
    if (isPublished) await publishRequirement(manager, id, march)
    return id
  }
  const all = await ask({ title: 'Cả sở' })
  const draft = await ask({ title: 'Bản nháp' }, false)
  await ask({ title: 'Chỉ sở', clauses: [{ ...allOf(unitId), withBelow: false }] })
  const head = await aPerson({ role: 'manager' })
  await manages(head, officeId)

  const listed = await requirementsAskedBy(manager, unitId, march)
  expect(listed).toMatchObject({ unit: { name }, mayAsk: true, others: [] })
  expect(listed?.own.map(({ title, state }) => `${title} ${state}`).sort()).toEqual([
    'Bản nháp draft',
    'Chỉ sở asked',
    'Cả sở asked',
  ])
  const below = await requirementsAskedBy(head, officeId, march)
  expect(below?.own).toEqual([])
  expect(below?.others.map(({ title, unitName }) => [title, unitName])).toEqual([['Cả sở', name]])
  expect(await requirementsAskedBy(head, unitId, march)).toBeNull()
  expect(await requirementPage(head, all, march)).toMatchObject({ title: 'Cả sở', mayKeep: false, state: 'asked' })
  expect(await requirementPage(head, draft, march)).toBeNull()
  expect(await requirementPage(await aPerson({ role: 'manager' }), all, march)).toBeNull()
})

test('the page tells what became of units that ended, and the new unit lists what the old one asked', async () => {
  const { manager, unitId, name, courseId, mai } = await anAgency()
  const { id } = done(await draftRequirement(manager, unitId, aForm(unitId, [courseId]), march))
  await nameInDraft(manager, id, mai.id, march)
  await publishRequirement(manager, id, march)
  const into = { make: { name: 'Sở Hợp nhất', type: 'so_nganh' as const, parentId: null } }
  const decision = aDecision('2026-03-20')
  const merged = onlyMade(done(await merge('command-line', { decision, unitIds: [unitId, await aUnit()], into })))
  const heir = await aPerson({ role: 'manager' })
  await manages(heir, merged, '2026-03-20')
  const ended = { name, ended: { day: '2026-03-20', in: [{ unitId: merged, name: 'Sở Hợp nhất' }] } }
  expect(await requirementPage(heir, id, at('2026-04-01'))).toMatchObject({
    mayKeep: true,
    askedBy: ended,
    clauses: [{ unit: ended, withBelow: true, categories: [], positions: [] }],
    named: [{ fullName: 'Lê Thị Mai' }],
    names: 1,
  })
  const listed = await requirementsAskedBy(heir, merged, at('2026-04-01'))
  expect(listed?.own.map((one) => one.id)).toEqual([id])
})

test('the list and the page ask the database eleven times at most', async () => {
  const { manager, unitId, courseId } = await anAgency()
  const { id } = done(await draftRequirement(manager, unitId, aForm(unitId, [courseId]), march))
  await publishRequirement(manager, id, march)
  expect(await countQueries(() => requirementsAskedBy(manager, unitId, march))).toBeLessThanOrEqual(11)
  expect(await countQueries(() => requirementPage(manager, id, march))).toBeLessThanOrEqual(10)
})

test('a programme takes its courses in their order, and its page says which comes after which', async () => {
  const { manager, unitId } = await anAgency()
  const [three, two] = [
    await anEdition({ slug: 'cb3', sheet: { title: 'Ba' } }),
    await anEdition({ slug: 'cb2', sheet: { title: 'Hai' } }),
  ]
  const made = await draftRequirement(manager, unitId, aForm(unitId, [], { programme: 'CBS-2026' }), march)
  if (!made || !('id' in made)) throw new Error('no draft')
  expect((await requirementPage(manager, made.id, march))?.courses).toEqual([
    { slug: two.slug, title: 'Hai', after: [] },
    { slug: three.slug, title: 'Ba', after: ['Hai'] },
  ])
})
