import { expect, test } from 'vitest'
import { affiliationsOfPerson } from '#app/units/memberships/affiliations-of-person.server.ts'
import { endMembership } from '#app/units/memberships/end-membership.server.ts'
import { rename } from '#app/units/reorganisations/rename.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aDecision, aMembership, aUnit, done } from '#tests/units.ts'

const root = 'command-line' as const

test('own data has every place and role, with days and the name of the unit as it was when they began', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const unitId = await aUnit({ name: 'Sở Tên Cũ' })
  const membershipId = await aMembership({ personId: person.id, unitId, fromDay: '2021-03-01', position: 'Văn thư' })
  await aMembership({ personId: other.id, unitId })
  done(await rename(root, { decision: aDecision('2025-07-01'), unitId, name: 'Sở Tên Mới' }))
  done(await endMembership(root, { membershipId, day: '2026-01-01', reason: 'chuyển công tác' }))
  const role = { personId: person.id, unitId, role: 'auditor' as const, fromDay: '2025-08-01', reason: 'QĐ 9' }
  done(await appoint(root, role))

  expect(await affiliationsOfPerson(person)).toEqual({
    memberships: [
      {
        ...{ unitId, unit: 'Sở Tên Cũ', fromDay: '2021-03-01', toDay: '2026-01-01', position: 'Văn thư' },
        ...{ category: 'cong_chuc', isWaiting: false, reason: null, endReason: 'chuyển công tác' },
      },
    ],
    roles: [{ unitId, unit: 'Sở Tên Mới', role: 'auditor', fromDay: '2025-08-01', toDay: null, reason: 'QĐ 9' }],
  })
  expect(await affiliationsOfPerson(await aPerson())).toEqual({ memberships: [], roles: [] })
})
