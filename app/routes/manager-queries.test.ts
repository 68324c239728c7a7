import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { dayOf } from '#app/i18n/day.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { askForException } from '#app/requirements/exceptions/ask.server.ts'
import { giveExceptions } from '#app/requirements/exceptions/give.server.ts'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { overrideQuota } from '#app/requirements/hours/override-quota.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { loader as exception } from '#app/routes/exceptions/exception.tsx'
import { loader as giving } from '#app/routes/exceptions/giving.tsx'
import { loader as requests } from '#app/routes/exceptions/requests.tsx'
import { loader as personHours } from '#app/routes/hours/person.tsx'
import { loader as unitHours } from '#app/routes/hours/unit.tsx'
import { loader as credits } from '#app/routes/hours/waiting.tsx'
import { loader as sent } from '#app/routes/messages/deliveries.tsx'
import { loader as unreachable } from '#app/routes/reminders/unreachable.tsx'
import { loader as draft } from '#app/routes/requirements/draft.tsx'
import { loader as list } from '#app/routes/requirements/list.tsx'
import { loader as asking } from '#app/routes/requirements/new.tsx'
import { loader as names } from '#app/routes/requirements/people.tsx'
import { loader as requirement } from '#app/routes/requirements/requirement.tsx'
import { loader as figures } from '#app/routes/standings/figures.tsx'
import { loader as learner } from '#app/routes/standings/learner.tsx'
import { loader as people } from '#app/routes/standings/people.tsx'
import { loader as unitPage } from '#app/routes/units/unit.tsx'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { aForm } from '#tests/asking.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aCredit, toldAt } from '#tests/credits.ts'
import { aPerson } from '#tests/factories.ts'
import { aCourseOf, allOf, aRequirement } from '#tests/requirements.ts'
import { signedInFor } from '#tests/standings.ts'
import { aDecision, aMembership, aUnit, done } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }
const today = dayOf(new Date())

/** Two offices that became one, which became one with a third: each still asks, and so does what they became. */
async function anOfficeMergedTwice() {
  const parentId = await aUnit({ type: 'so_nganh' })
  const [first, second, third] = [await aUnit({ parentId }), await aUnit({ parentId }), await aUnit({ parentId })]
  const all = [await aHolder('Nguyễn Văn An'), await aHolder('Trần Thị Bình'), await aHolder('Lê Văn Cường')]
  for (const { id } of all) await aMembership({ personId: id, unitId: first })
  const editionId = await aCertifiedEdition()
  const courseIds = [await aCourseOf(editionId)]
  const ids = [await aRequirement({ unitId: first, courseIds, clauses: [allOf(first), allOf(second)] })]
  const become = async (day: string, unitIds: string[]) => {
    const into = { make: { name: `Phòng ${day}`, type: 'phong_so' as const, parentId } }
    return done(await merge('command-line', { decision: aDecision(day), unitIds, into })).made[0] ?? ''
  }
  const unitId = await become('2026-03-01', [await become('2026-02-01', [first, second]), third])
  ids.push(await aRequirement({ unitId: parentId, courseIds, names: all.map(({ id }) => id) }))
  return { parentId, unitId, all, editionId, courseIds, ids }
}

async function everythingOfPeople() {
  const office = await anOfficeMergedTwice()
  const { unitId, all, editionId, courseIds, ids } = office
  const [one, other, last] = all
  const [asked = ''] = ids
  if (!one || !other || !last) throw new Error('nobody')
  await award(one, editionId, new Date('2026-03-10T03:00:00Z'))
  const given = { kind: 'waiver' as const, requirementId: asked, fromDay: today, reason: 'Nghỉ hưu' }
  done(await giveExceptions('command-line', { ...given, personIds: [one.id, other.id] }))
  const form = { kind: 'extension' as const, requirementId: asked, dueDay: '2090-05-31', reason: 'Đi công tác' }
  const exceptionId = done(await askForException(last, form)).asked
  for (const person of all) {
    await confirmCredit('command-line', await aCredit(person), toldAt)
    await aCredit(person, { title: 'Lớp khác' })
  }
  const quota = {
    year: today.slice(0, 4),
    hours: '20',
    reason: 'Nghỉ thai sản',
    approver: 'Giám đốc',
    documentNumber: '',
  }
  done(await overrideQuota('command-line', one.id, quota))
  const { who, token } = await signedInFor(office.parentId)
  const drafted = done(
    await draftRequirement(
      who,
      unitId,
      aForm(unitId, courseIds, { window: { kind: 'fixed', opensDay: today, dueDay: '2090-01-01' } }),
    ),
  )
  await keepStandings()
  return { ...office, one, other, asked, exceptionId, token, drafted }
}

test('no page of a manager asks more than twelve questions, in a process that reads what is asked anew', async () => {
  const office = await everythingOfPeople()
  const { unitId, one, other, asked, exceptionId, token, drafted } = office
  const ask = (query: string, params: Record<string, string>): LoaderFunctionArgs => {
    const request = new Request(`http://localhost/x${query}`, { headers: { cookie: `ben-so=${token}` } })
    return { request, params: { unit: unitId, ...params }, context }
  }
  const loaders: Array<[string, (asked: LoaderFunctionArgs) => Promise<unknown>, string, Record<string, string>]> = [
    ['unit', unitPage, '', {}],
    ['unit then', unitPage, '?day=2026-05-01', {}],
    ['unit named', unitPage, '?q=cuong', {}],
    ['figures', figures, '', {}],
    ['figures then', figures, `?day=2026-05-01`, {}],
    ['people', people, '', {}],
    ['people late', people, `?requirement=${asked}&standing=overdue&q=cuong`, {}],
    ['people then', people, `?day=2026-05-01&q=cuong`, {}],
    ['learner', learner, '', { person: one.id }],
    ['learner other', learner, '', { person: other.id }],
    ['trace', learner, `?requirement=${asked}`, { person: one.id }],
    ['requests', requests, '', {}],
    ['giving', giving, `?requirement=${asked}&person=${one.id}&person=${other.id}`, {}],
    ['giving all', giving, `?kind=pause&person=${one.id}&person=${other.id}`, {}],
    ['exception', exception, '', { exception: exceptionId }],
    ['unit hours', unitHours, '', {}],
    ['unit hours below', unitHours, '?filter=below', {}],
    ['credits', credits, '', {}],
    ['person hours', personHours, '', { person: one.id }],
    ['sent', sent, '', {}],
    ['unreachable', unreachable, '', {}],
    ['list', list, '', {}],
    ['new', asking, `?person=${one.id}`, {}],
    ['published', requirement, '', { requirement: asked }],
    ['preview', requirement, '', { requirement: drafted.id }],
    ['draft', draft, '', { requirement: drafted.id }],
    ['names', names, '?q=an', { requirement: drafted.id }],
  ]
  const counts: Record<string, number> = {}
  for (const [name, load, query, params] of loaders) {
    await somethingChanges(office)
    counts[name] = await countQueries(() => load(ask(query, params)))
  }
  expect(Object.entries(counts).filter(([, count]) => count > 12)).toEqual([])
})

/** Head-counts, standings and requirements are each read anew by who asks next. */
async function somethingChanges({ unitId, courseIds }: { unitId: string; courseIds: string[] }) {
  await aMembership({ personId: (await aPerson()).id, unitId, fromDay: today })
  await aRequirement({ unitId, courseIds })
  await keepStandings()
}
