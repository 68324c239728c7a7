import { expect, test } from 'vitest'
import { dayOf } from '#app/i18n/day.ts'
import { openInUnit } from '#app/requirements/desk/open-in-unit.server.ts'
import { askForException } from '#app/requirements/exceptions/ask.server.ts'
import { decideException } from '#app/requirements/exceptions/decide.server.ts'
import { requestsFor } from '#app/requirements/exceptions/requests-for.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { anOfficeAsked, signedInFor } from '#tests/standings.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const today = dayOf(new Date())

test('a unit is told how many are late in it and below, as figures change, with one question each time', async () => {
  const { department, office, people, editionId } = await anOfficeAsked()
  const { who } = await signedInFor(department)
  const open = (unitId: string) => openInUnit(who, unitId, today)
  expect(await open(department)).toEqual({ overdue: 2, requests: 0 })
  expect(await open(office)).toEqual({ overdue: 2, requests: 0 })
  expect(await open(await aUnit())).toEqual({ overdue: 0, requests: 0 })
  expect(await countQueries(() => open(office))).toBe(1)

  const [, second] = people
  await award(second ?? { id: '' }, editionId)
  await keepStandings()
  expect(await countQueries(() => open(office))).toBe(1)
  expect(await open(office)).toEqual({ overdue: 1, requests: 0 })
  await aMembership({ personId: (await aPerson()).id, unitId: office, fromDay: today })
  expect(await open(department)).toEqual({ overdue: 1, requests: 0 })
})

test('requests are told as the page of requests lists them: not decided, and not one’s own', async () => {
  const { department, office, people, requirementId } = await anOfficeAsked()
  const { who } = await signedInFor(department)
  await aMembership({ personId: who.id, unitId: office })
  await keepStandings()
  const form = { kind: 'extension' as const, requirementId, dueDay: '2090-05-31', reason: 'Đi công tác' }
  const [, second, third] = people
  if (!second || !third) throw new Error('nobody')
  const { asked } = done(await askForException(second, form))
  done(await askForException(third, form))
  done(await askForException(who, form))
  expect(await openInUnit(who, department, today)).toMatchObject({ requests: 2 })
  expect((await requestsFor(who, department))?.requests).toHaveLength(2)
  expect(await openInUnit('command-line', office, today)).toMatchObject({ requests: 3 })

  done(await decideException('command-line', asked, { decision: 'refused', reason: 'Đã quá hạn' }))
  expect(await openInUnit(who, department, today)).toMatchObject({ requests: 1 })
})
