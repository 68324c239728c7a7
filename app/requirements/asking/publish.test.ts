import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { db } from '#app/db/db.server.ts'
import { changeDraft } from '#app/requirements/asking/change-draft.server.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { dropDraft } from '#app/requirements/asking/drop-draft.server.ts'
import { endRequirement } from '#app/requirements/asking/end-requirement.server.ts'
import { nameInDraft, unnameInDraft } from '#app/requirements/asking/name-in-draft.server.ts'
import { previewRequirement } from '#app/requirements/asking/preview-requirement.server.ts'
import { publishRequirement } from '#app/requirements/asking/publish-requirement.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { requirementPeople, requirements, standings } from '#app/requirements/schema.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { aForm, anAgency, manages } from '#tests/asking.ts'
import { aPerson } from '#tests/factories.ts'
import { allOf } from '#tests/requirements.ts'
import { aDecision, aMembership, aUnit, done, onlyMade } from '#tests/units.ts'

const at = (day: string) => new Date(`${day}T08:00:00+07:00`)
const march = at('2026-03-10')

async function aDraft(changes: Parameters<typeof aForm>[2] = {}) {
  const agency = await anAgency()
  const form = aForm(agency.unitId, [agency.courseId], changes)
  const { id } = done(await draftRequirement(agency.manager, agency.unitId, form, march))
  return { ...agency, form, id }
}

const rowOf = async (id: string) => (await db.select().from(requirements).where(eq(requirements.id, id)))[0]
const auditOf = (id: string) => db.select().from(auditLines).where(eq(auditLines.subjectId, id))

test('a draft asks nobody; published it asks from that day on, under the name of the unit and with a line in the audit', async () => {
  const { id, manager, phuc, name } = await aDraft()
  expect(await standingsOf('command-line', phuc.id, '2026-03-10')).toEqual([])

  expect(await publishRequirement(manager, id, march)).toEqual({ publishedAt: march })

  expect(await rowOf(id)).toMatchObject({ unitName: name, fromDay: '2026-03-10', publishedBy: manager.id })
  expect(await standingsOf('command-line', phuc.id, '2026-03-10')).toMatchObject([
    { requirement: { id }, stands: { standing: 'due', dueDay: '2026-06-30' } },
  ])
  expect(await auditOf(id)).toMatchObject([{ verb: 'requirements.publish', actorId: manager.id }])
})

test('publishing twice is publishing once', async () => {
  const { id, manager } = await aDraft()
  await Promise.all([publishRequirement(manager, id, march), publishRequirement(manager, id, march)])
  expect(await publishRequirement(manager, id, at('2026-04-01'))).toEqual({ publishedAt: march })
  expect(await auditOf(id)).toHaveLength(1)
})

test('a draft that waited gives nobody more days than it says', async () => {
  const window = { kind: 'fixed' as const, opensDay: '2026-03-01', dueDay: '2026-03-20' }
  const { id, manager, mai } = await aDraft({ window })
  await publishRequirement(manager, id, march)
  const [told] = (await standingsOf('command-line', mai.id, '2026-03-10')) ?? []
  expect(told?.stands).toMatchObject({ standing: 'soon', dueDay: '2026-03-20' })
})

test('an empty audience, an ended window and a missing decision are refused, and nothing is asked', async () => {
  const { id, manager, unitId, form } = await aDraft({ decisionNumber: '', decisionDay: '' })
  expect(await publishRequirement(manager, id, at('2026-07-01'))).toEqual({
    problems: ['window-ended', 'decision-number', 'decision-day'],
  })
  const nobody = { ...form, decisionNumber: '1', decisionDay: '2026-03-01' }
  await changeDraft(manager, id, { ...nobody, clauses: [{ ...allOf(unitId), positions: ['Giám đốc'] }] }, march)
  expect(await publishRequirement(manager, id, march)).toEqual({ problems: ['audience-empty'] })
  expect(await rowOf(id)).toMatchObject({ publishedAt: null })
  expect(await auditOf(id)).toEqual([])
})

test('a position is meant however it is written', async () => {
  const { id, manager, unitId, courseId } = await aDraft()
  const clauses = [{ ...allOf(unitId), positions: [' VĂN  THƯ '] }]
  await changeDraft(manager, id, aForm(unitId, [courseId], { clauses }), march)
  expect(await publishRequirement(manager, id, march)).toEqual({ publishedAt: march })
  expect((await rowOf(id))?.clauses).toMatchObject([{ positions: ['van thu'], positionNames: ['VĂN THƯ'] }])
})

test('a draft is refused for courses that are not there and days that are none', async () => {
  const { unitId, manager } = await anAgency()
  const window = { kind: 'fixed' as const, opensDay: '2026-03-01', dueDay: '2026-02-31' }
  const draft = (form: ReturnType<typeof aForm>) => draftRequirement(manager, unitId, form, march)
  expect(await draft(aForm(unitId, [], { window }))).toEqual({ problems: ['course-needed', 'due-wrong'] })
  expect(await draft(aForm(unitId, ['khong-co']))).toEqual({ problems: ['course-unknown'] })
})

test('only who acts for the unit drafts, publishes, drops and ends; others find nothing there', async () => {
  const { id, unitId, courseId, manager } = await aDraft()
  const [stranger, auditor] = [await aPerson({ role: 'manager' }), await aPerson({ role: 'manager' })]
  await manages(stranger, await aUnit())
  const role = { personId: auditor.id, unitId, role: 'auditor' as const, fromDay: '2020-01-01', reason: 'QĐ 2' }
  done(await appoint('command-line', role))
  for (const who of [stranger, auditor]) {
    expect(await draftRequirement(who, unitId, aForm(unitId, [courseId]), march)).toBeNull()
    expect(await changeDraft(who, id, aForm(unitId, [courseId]), march)).toBeNull()
    expect(await publishRequirement(who, id, march)).toBeNull()
    expect(await dropDraft(who, id, march)).toBeNull()
  }
  await publishRequirement(manager, id, march)
  expect(await endRequirement(stranger, id, { day: '2026-04-01', reason: 'Thôi' }, march)).toBeNull()
})

test('nobody asks people of units that they do not act for', async () => {
  const { unitId, courseId, manager } = await anAgency()
  const clauses = [allOf(unitId), allOf(await aUnit())]
  expect(await draftRequirement(manager, unitId, aForm(unitId, [courseId], { clauses }), march)).toEqual({
    problems: ['unit-not-yours'],
  })
  const gone = [allOf('00000000-0000-7000-8000-000000000000')]
  expect(await draftRequirement('command-line', unitId, aForm(unitId, [courseId], { clauses: gone }), march)).toEqual({
    problems: ['unit-gone'],
  })
})

test('a draft names people whom the actor acts for, once, and no others', async () => {
  const { id, manager, phuc, unitId, courseId } = await aDraft({ clauses: [] })
  const stranger = await aPerson()
  await aMembership({ personId: stranger.id, unitId: await aUnit() })
  expect(await publishRequirement(manager, id, march)).toEqual({ problems: ['audience-empty'] })
  await nameInDraft(manager, id, phuc.id, march)
  await nameInDraft(manager, id, phuc.id, march)
  expect(await nameInDraft(manager, id, stranger.id, march)).toBeNull()
  const named = await db.select().from(requirementPeople).where(eq(requirementPeople.requirementId, id))
  expect(named.map(({ personId }) => personId)).toEqual([phuc.id])
  await changeDraft(manager, id, aForm(unitId, [courseId], { clauses: [] }), march)
  expect(await publishRequirement(manager, id, march)).toEqual({ publishedAt: march })
  expect(await unnameInDraft(manager, id, phuc.id, march)).toBeNull()
})

test('whoever was named in a draft and has moved on since is neither counted nor asked', async () => {
  const { id, manager, mai, unitId, courseId } = await aDraft({ clauses: [] })
  const { id: other } = done(await draftRequirement(manager, unitId, aForm(unitId, [courseId], { clauses: [] }), march))
  const goes = await aPerson()
  const membershipId = await aMembership({ personId: goes.id, unitId })
  for (const [draft, person] of [
    [id, goes],
    [id, mai],
    [other, goes],
  ] as const)
    expect(await nameInDraft(manager, draft, person.id, march)).not.toBeNull()
  const move = { membershipId, toUnitId: await aUnit(), day: '2026-03-10', reason: 'điều động' }
  done(await moveMembership('command-line', move))

  expect(await previewRequirement(manager, id, march)).toMatchObject({ people: 1 })
  expect(await publishRequirement(manager, id, march)).toEqual({ publishedAt: march })
  expect(await publishRequirement(manager, other, march)).toEqual({ problems: ['audience-empty'] })
  expect(await standingsOf('command-line', goes.id, '2026-03-10')).toEqual([])
  expect(await standingsOf('command-line', mai.id, '2026-03-10')).toHaveLength(1)
})

test('what is published is neither changed nor dropped; a draft that is dropped is gone', async () => {
  const { id, manager, unitId, courseId, phuc } = await aDraft()
  const form = aForm(unitId, [courseId])
  const { id: second } = done(await draftRequirement(manager, unitId, form, march))
  await nameInDraft(manager, second, phuc.id, march)
  await publishRequirement(manager, id, march)
  expect(await changeDraft(manager, id, form, march)).toBeNull()
  expect(await dropDraft(manager, id, march)).toBeNull()
  expect(await dropDraft(manager, second, march)).toEqual({ unitId })
  expect(await rowOf(second)).toBeUndefined()
})

test('it ends from a day on, with a reason, once; what was reported before stays', async () => {
  const { id, manager, mai } = await aDraft()
  await publishRequirement(manager, id, march)
  await keepStandings({ now: march })
  const end = (day: string, reason = 'Thay bằng quyết định 20') => endRequirement(manager, id, { day, reason }, march)
  expect(await end('2026-03-09')).toEqual({ problem: 'end-day-wrong' })
  expect(await end('2026-02-31')).toEqual({ problem: 'end-day-wrong' })
  expect(await end('2026-04-01', '  ')).toEqual({ problem: 'reason-needed' })
  expect(await end('2026-04-01')).toEqual({ toDay: '2026-04-01' })
  expect(await end('2026-05-01')).toEqual({ toDay: '2026-04-01' })
  expect((await auditOf(id)).map(({ verb }) => verb)).toEqual(['requirements.publish', 'requirements.end'])

  await keepStandings({ now: march })
  await keepStandings({ now: at('2026-04-01') })
  const told = await db.select().from(standings).where(eq(standings.personId, mai.id))
  expect(told.map(({ standing, fromDay, toDay }) => [standing, fromDay, toDay])).toEqual([
    ['due', '2026-03-10', '2026-04-01'],
  ])
})

test('whoever manages what took over from the unit keeps what it asked', async () => {
  const { id, unitId, manager } = await aDraft()
  await publishRequirement(manager, id, march)
  const into = { make: { name: 'Sở sáp nhập', type: 'so_nganh' as const, parentId: null } }
  const decision = aDecision('2026-03-20')
  const merged = onlyMade(done(await merge('command-line', { decision, unitIds: [unitId, await aUnit()], into })))
  const heir = await aPerson({ role: 'manager' })
  await manages(heir, merged, '2026-03-20')
  const later = at('2026-04-01')
  const ended = await endRequirement(heir, id, { day: '2026-05-01', reason: 'Sắp xếp lại' }, later)
  expect(ended).toEqual({ toDay: '2026-05-01' })
})
