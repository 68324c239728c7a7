import { expect, test } from 'vitest'
import { examStart } from '#app/attempts/exam-start.server.ts'
import { reissue } from '#app/certificates/reissue.server.ts'
import { revoke } from '#app/certificates/revoke.server.ts'
import { verify } from '#app/certificates/verify.server.ts'
import { closeOverdue } from '#app/ledger/close-overdue.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { rebuild } from '#app/ledger/rebuild.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import { hoursOf } from '#app/requirements/hours/hours-of.server.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { allLessons } from '#tests/learning.ts'
import { projectionsOf } from '#tests/projections.ts'
import { aGraduate, papersOf, renew, renewalsOf } from '#tests/renewing.ts'
import { answersAll, hasSat, sits } from '#tests/sitting.ts'

const lastYear = new Date('2025-06-01T02:00:00Z')
const newYear = new Date('2026-01-01T01:00:00Z')
const later = new Date('2026-02-01T02:00:00Z')
const exam = 'cuoi-khoa'

test('a completed course stays closed until it is asked for anew; then the exam opens, and a pass is the next completion', async () => {
  const { person, edition } = await aGraduate(lastYear)
  expect(await openAttempt(person, edition.slug, exam, later)).toMatchObject({ refusal: { kind: 'passed' } })
  expect(await examStart(person, edition.slug, exam, later)).toMatchObject({ isRenewal: false })

  await renew(person, edition, newYear)
  expect(await examStart(person, edition.slug, exam, later)).toMatchObject({ isRenewal: true, refusal: null })
  await hasSat(person, edition, { at: later })

  expect(await renewalsOf(person)).toEqual([{ openedAt: newYear, completedAt: later }])
  const papers = await papersOf(person)
  expect(papers).toMatchObject([
    { issue: 1, replacesId: null, replacedAt: null, facts: { completedOn: '2025-06-01' } },
    { issue: 2, replacesId: null, replacedAt: null, facts: { completedOn: '2026-02-01' } },
  ])
  expect(await openAttempt(person, edition.slug, exam, later)).toMatchObject({ refusal: { kind: 'passed' } })
})

test('a renewal is opened once while it is open, again after it ended, and only of what was completed', async () => {
  const { person, edition } = await aGraduate(lastYear)
  const opened = await Promise.all([1, 2, 3].map(() => renew(person, edition, newYear)))
  expect(opened.sort()).toEqual([0, 0, 1]) // whichever came first
  expect(await renew(person, edition, later)).toBe(0)
  expect(await renew(await aPerson(), edition, later)).toBe(0)
  await hasSat(person, edition, { at: later })
  expect(await renew(person, edition, new Date('2027-01-01T01:00:00Z'))).toBe(1)
})

test('attempts used up before do not count, those since then do, and a wait runs to its end', async () => {
  const plan = { exam: { attempts: 2, waitHours: 24 } }
  const [person, edition] = [await aPerson(), await anEdition(plan)]
  const at = (hours: number) => new Date(newYear.getTime() + hours * 3_600_000)
  await record(person, { events: allLessons(edition) }, at(-100))
  await hasSat(person, edition, { wrong: 4, at: at(-50) })
  await hasSat(person, edition, { at: at(-10) })
  await renew(person, edition, newYear)
  expect(await examStart(person, edition.slug, exam, at(1))).toMatchObject({ left: 2, refusal: { until: at(14) } })
  await hasSat(person, edition, { wrong: 4, at: at(14) })
  expect(await examStart(person, edition.slug, exam, at(50))).toMatchObject({ left: 1, refusal: null })
  await hasSat(person, edition, { wrong: 4, at: at(50) })
  expect(await openAttempt(person, edition.slug, exam, at(100))).toEqual({ refusal: { kind: 'used-up', attempts: 2 } })
  expect(await papersOf(person)).toHaveLength(1)
})

test('however often and from how many sides the pass arrives, it ends one renewal with one paper', async () => {
  const { person, edition } = await aGraduate(lastYear)
  await renew(person, edition, newYear)
  const sitting = await sits(person, edition, later)
  await answersAll(sitting, { at: later })
  await Promise.all([1, 2, 3, 4].map(() => submitAttempt(person, sitting.attempt, later)))
  await record(person, { events: allLessons(edition) }, new Date('2026-02-02T02:00:00Z'))
  expect(await papersOf(person)).toHaveLength(2)
  expect(await renewalsOf(person)).toEqual([{ openedAt: newYear, completedAt: later }])
})

test('an exam that its deadline closes ends the renewal at the deadline, whenever the sweep comes by', async () => {
  const { person, edition } = await aGraduate(lastYear, { exam: { timeLimitMinutes: 10 } })
  await renew(person, edition, newYear)
  const sitting = await sits(person, edition, later)
  await answersAll(sitting, { at: later })
  await closeOverdue(new Date('2026-02-03T02:00:00Z'))
  const deadline = new Date(later.getTime() + 10 * 60_000)
  expect(await renewalsOf(person)).toEqual([{ openedAt: newYear, completedAt: deadline }])
})

test('an attempt that failed since leaves the renewal open, and rebuilding before and after the pass changes nothing', async () => {
  const { person, edition } = await aGraduate(lastYear)
  await renew(person, edition, newYear)
  await hasSat(person, edition, { wrong: 4, at: newYear })
  const told = async () => ({
    rows: await projectionsOf(person),
    renewals: await renewalsOf(person),
    papers: await papersOf(person),
  })
  const open = await told()
  expect(open.renewals).toEqual([{ openedAt: newYear, completedAt: null }])
  await rebuild('command-line', { personId: person.id }, later)
  expect(await told()).toEqual(open)
  await hasSat(person, edition, { at: later })
  const ended = await told()
  await rebuild('command-line', { personId: person.id })
  expect(await told()).toEqual(ended)
  expect(ended.papers).toHaveLength(2)
})

test('a newer edition, learnt from the beginning, ends the renewal too', async () => {
  const { person, edition } = await aGraduate(lastYear)
  await renew(person, edition, newYear)
  const newer = await anEdition({ slug: edition.slug })
  await record(person, { events: allLessons(newer) }, later)
  expect(await renewalsOf(person)).toMatchObject([{ completedAt: null }])
  await hasSat(person, newer, { at: later })
  expect(await renewalsOf(person)).toEqual([{ openedAt: newYear, completedAt: later }])
  expect((await papersOf(person)).map(({ issue }) => issue)).toEqual([1, 1])
})

test('hours count in each year, and a paper issued anew for the old one is not mixed up with the new one', async () => {
  const administrator = await aPerson({ role: 'administrator' })
  const { person, edition } = await aGraduate(lastYear, { sheet: { hours: 10 } })
  await renew(person, edition, newYear)
  await hasSat(person, edition, { at: later })
  const papers = await papersOf(person)
  const hours = await Promise.all([2025, 2026].map((year) => hoursOf(person, person.id, year, '2026-12-31')))
  expect(hours.map((told) => told?.total)).toEqual([20, 20])
  const [old] = papers
  const made = await reissue(administrator, old?.id ?? '', { fullName: 'Lê Thị Tư', reason: 'Sai tên' })
  if (!made || 'refused' in made) throw new Error('not issued anew')
  expect(await verify(old?.code ?? '')).toMatchObject({ state: 'replaced', replacedBy: made.code })
  expect(await verify(papers[1]?.code ?? '')).toMatchObject({ state: 'valid' })
})

test('whose certificate was revoked can be asked to pass again, and what was passed before counts no more', async () => {
  const administrator = await aPerson({ role: 'administrator' })
  const { person, edition } = await aGraduate(lastYear)
  const [paper] = await papersOf(person)
  await revoke(administrator, paper?.id ?? '', 'Thi hộ')
  await renew(person, edition, newYear)
  expect(await papersOf(person)).toHaveLength(1)
  await hasSat(person, edition, { at: later })
  expect(await papersOf(person)).toMatchObject([{ revokedAt: expect.any(Date) }, { issue: 2, revokedAt: null }])
})
