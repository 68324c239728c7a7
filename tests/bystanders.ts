import { addDays } from '#app/i18n/calendar.ts'
import { dayOf } from '#app/i18n/day.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { askForException } from '#app/requirements/exceptions/ask.server.ts'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { unappoint } from '#app/units/roles/unappoint.server.ts'
import type { UnitRole, UnitType } from '#app/units/unit.ts'
import { aForm } from '#tests/asking.ts'
import { aCertifiedEdition } from '#tests/certificates.ts'
import { aCredit } from '#tests/credits.ts'
import { waived } from '#tests/exceptions.ts'
import { aPerson } from '#tests/factories.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const today = dayOf(new Date())

/** A learner of a unit, moved there today, with something of each kind that somebody may decide about. */
export async function somebodyWithEverything(type: UnitType = 'phong_so') {
  const [unitId, formerUnitId] = [await aUnit({ type }), await aUnit()]
  const learner = await aPerson({ fullName: 'Lê Thị Mai' })
  const membershipId = await aMembership({ personId: learner.id, unitId: formerUnitId })
  done(await moveMembership('command-line', { membershipId, toUnitId: unitId, day: today, reason: 'điều động' }))
  const courseId = await aCourseOf(await aCertifiedEdition())
  const window = { kind: 'fixed' as const, opensDay: '2026-01-01', dueDay: addDays(today, 30) }
  const asks = () => aRequirement({ unitId, courseIds: [courseId], window })
  const [requirementId, otherId] = [await asks(), await asks()]
  const excused = await waived('command-line', learner.id, otherId, new Date())
  const wish = { kind: 'waiver' as const, requirementId, reason: 'Nghỉ thai sản' }
  const request = done(await askForException(learner, wish)).asked
  const [waiting, confirmed] = [await aCredit(learner), await aCredit(learner, { title: 'Lớp khác' })]
  await confirmCredit('command-line', confirmed)
  const draft = done(await draftRequirement('command-line', unitId, aForm(unitId, [courseId], { window }))).id
  await keepStandings()
  return { unitId, formerUnitId, learner, courseId, requirementId, excused, request, waiting, confirmed, draft }
}

/** Somebody with a role in a unit, until today where it was taken back. */
export async function holding(unitId: string, { role = 'manager' as UnitRole, isOver = false } = {}) {
  const who = await aPerson({ role: 'manager' })
  const { id } = done(
    await appoint('command-line', { personId: who.id, unitId, role, fromDay: '2020-01-01', reason: 'QĐ 1' }),
  )
  if (isOver) done(await unappoint('command-line', { holdingId: id, day: today, reason: 'thôi việc' }))
  return who
}
