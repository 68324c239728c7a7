import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { changeDraft } from '#app/requirements/asking/change-draft.server.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { dropDraft } from '#app/requirements/asking/drop-draft.server.ts'
import { nameInDraft } from '#app/requirements/asking/name-in-draft.server.ts'
import { previewRequirement } from '#app/requirements/asking/preview-requirement.server.ts'
import { previewedRequirement } from '#app/requirements/asking/previewed-requirement.server.ts'
import { publishRequirement } from '#app/requirements/asking/publish-requirement.server.ts'
import { workOutPreviews } from '#app/requirements/asking/work-out-previews.server.ts'
import { previews } from '#app/requirements/schema.ts'
import { aForm, anAgency } from '#tests/asking.ts'
import { award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { manyMembers } from '#tests/reminding.ts'
import { allOf } from '#tests/requirements.ts'
import { aMembership, done } from '#tests/units.ts'

const march = new Date('2026-03-10T08:00:00+07:00')
const later = (seconds: number) => new Date(march.getTime() + seconds * 1_000)
const workedOut = (at = march) => workOutPreviews({ clock: () => at })

beforeEach(() => write((tx) => tx.delete(previews)))

/** A draft of an agency that asks too many to be worked out while somebody waits, and what its page tells. */
async function aLargeDraft() {
  const agency = await anAgency()
  await manyMembers(agency.officeId, 500)
  const form = aForm(agency.unitId, [agency.courseId])
  const { id } = done(await draftRequirement(agency.manager, agency.unitId, form, march))
  const told = async (now: Date) => (await previewedRequirement(agency.manager, id, now))?.preview ?? null
  return { ...agency, form, id, told }
}

const begins = { progress: { unitsDone: 0, units: 0, people: 0 }, isStuck: false }

test('many are worked out beside the requests: the page tells how far it is, then as of when', async () => {
  const { id, manager, told } = await aLargeDraft()
  expect(await countQueries(() => told(march))).toBeLessThanOrEqual(11)
  expect(await told(later(2))).toEqual(begins)
  expect(await told(later(31))).toEqual({ ...begins, isStuck: true })

  expect(await workedOut()).toBe(1)
  const whole = await previewRequirement(manager, id, march)
  expect(whole?.people).toBe(502)
  expect(await told(later(60))).toEqual({ ...whole, at: march, isChanged: false })
  expect(await workedOut()).toBe(0)
})

test('a draft that was changed since, and the next day, are told nothing of what was worked out before', async () => {
  const { id, unitId, manager, form, told } = await aLargeDraft()
  const works = async (now: Date) => {
    expect(await told(now)).toEqual(begins)
    await workedOut(now)
    return told(now)
  }
  expect(await works(march)).toMatchObject({ people: 502, elsewhere: 0 })
  const all = { ...form, clauses: [{ ...allOf(unitId), categories: ['cong_chuc' as const] }] }
  done(await changeDraft(manager, id, all, march))
  expect(await works(march)).toMatchObject({ people: 501 })
  const newcomer = await aPerson()
  await aMembership({ personId: newcomer.id, unitId, category: 'vien_chuc' })
  done(await nameInDraft(manager, id, newcomer.id, march))
  expect(await works(march)).toMatchObject({ people: 502 })
  expect(await works(later(24 * 60 * 60))).toMatchObject({ people: 502, day: '2026-03-11' })
})

test('what changed of people is told as not told, and is worked out anew soon after', async () => {
  const { unitId, phuc, editionId, told } = await aLargeDraft()
  await told(march)
  await workedOut()
  await award(phuc, editionId, new Date('2026-03-01T08:00:00+07:00'))
  expect(await told(later(119))).toMatchObject({ at: march, done: 0, isChanged: false })
  expect(await told(later(120))).toEqual(begins)
  await workedOut(later(125))
  expect(await told(later(126))).toMatchObject({ at: later(120), done: 1, isChanged: false })

  await aMembership({ personId: (await aPerson()).id, unitId })
  expect(await told(later(154))).toMatchObject({ at: later(120), people: 502, isChanged: true })
  expect(await told(later(155))).toEqual(begins)
  await workedOut(later(160))
  expect(await told(later(161))).toMatchObject({ at: later(155), people: 503, isChanged: false })
})

test('a draft that is no more what a page waits for is not worked out, nor while another process is at it', async () => {
  const { id, unitId, manager, form, told } = await aLargeDraft()
  await told(march)
  await takeLease('work-out-previews', 'another', 60_000)
  expect(await workedOut()).toBeNull()
  await leaveLease('work-out-previews', 'another')
  expect(await workOutPreviews({ shouldStop: () => true })).toBeNull()

  done(await changeDraft(manager, id, { ...form, clauses: [{ ...allOf(unitId), withBelow: false }] }, march))
  expect(await workedOut()).toBe(0)
  expect(await db.select().from(previews).where(eq(previews.requirementId, id))).toEqual([])
  expect(await told(march)).toMatchObject({ people: 1 })

  done(await changeDraft(manager, id, form, march))
  await told(march)
  done(await publishRequirement(manager, id, march))
  expect(await workedOut()).toBe(0)
  expect(await told(march)).toBeNull()
  const other = done(await draftRequirement(manager, unitId, form, march))
  await previewedRequirement(manager, other.id, march)
  expect(await dropDraft(manager, other.id, march)).toEqual({ unitId })
  expect(await db.select().from(previews)).toEqual([])
})
