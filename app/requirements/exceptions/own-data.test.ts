import { expect, test } from 'vitest'
import { forgetReasonsInTx } from '#app/requirements/exceptions/forget-reasons-in-tx.server.ts'
import { exceptionsOfPerson } from '#app/requirements/exceptions/own-data.server.ts'
import { requestsFor } from '#app/requirements/exceptions/requests-for.server.ts'
import { takeBackException } from '#app/requirements/exceptions/take-back.server.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { asked, at, rowsOf, someAsked, stood, today, waived } from '#tests/exceptions.ts'
import { aMember, goodPassword } from '#tests/people.ts'
import { aRequirement } from '#tests/requirements.ts'
import { aMembership } from '#tests/units.ts'

test('the download of one’s own data holds what was asked and decided of oneself, and names nobody else', async () => {
  const { people, manager, requirementId } = await someAsked(2)
  const [own, other] = people
  if (!own || !other) throw new Error('two people')
  await waived(manager, other.id, requirementId)
  const id = await waived(manager, own.id, requirementId)
  await takeBackException(manager, id, 'Nhầm người', at('2026-02-05'))
  const data = await exceptionsOfPerson(own)
  expect(data).toMatchObject([{ id, kind: 'waiver', title: 'Kỹ năng số cơ bản', takenBackReason: 'Nhầm người' }])
  expect(JSON.stringify(data)).not.toContain(manager.fullName)
  expect(JSON.stringify(data)).not.toContain(manager.id)
})

test('of a closed account no reason is left and no request, but that days were excused', async () => {
  const { manager, unitId, requirementId } = await someAsked()
  const ba = await aMember()
  await aMembership({ personId: ba.id, unitId })
  const other = await aRequirement({ unitId, courseIds: ['none'], title: 'Khác' })
  await waived(manager, ba.id, requirementId)
  await asked(ba, other)
  expect(await closeAccount(ba, goodPassword, new Date(), forgetReasonsInTx)).toEqual({ closed: true })
  expect(await rowsOf(ba.id)).toMatchObject([{ kind: 'waiver', state: 'given', reason: '', documentNumber: null }])
  expect((await requestsFor(manager, unitId, today))?.requests).toEqual([])
  expect((await stood(ba.id, '2026-02-02'))?.standing).toBe('excused')
})
