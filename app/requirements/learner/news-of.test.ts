import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { noticesOf, readNotices } from '#app/messages/notices.server.ts'
import { notices } from '#app/messages/schema.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { newsOf } from '#app/requirements/learner/news-of.server.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit } from '#tests/units.ts'

const today = '2026-03-10'
const now = new Date('2026-03-10T03:00:00Z')

/** A learner of whom courses are asked by these days. */
async function anAsked(...dueDays: string[]) {
  const [learner, unitId] = [await aPerson(), await aUnit()]
  await aMembership({ personId: learner.id, unitId })
  const courseIds = [(await anEdition()).courseId]
  for (const dueDay of dueDays) {
    const window = { kind: 'fixed' as const, opensDay: '2026-01-01', dueDay }
    await aRequirement({ unitId, courseIds, window, title: `Việc ${dueDay}` })
  }
  await keepStandings({ now })
  return learner
}

function isTold(person: { id: string }, key: string) {
  const words = { kind: 'reminder' as const, subject: 'Nhắc học', body: '…', path: '/me' }
  return write((tx) => tx.insert(notices).values({ ...words, key, personId: person.id, createdAt: new Date() }))
}

test('who is asked for nothing and was told nothing has no news, in one query', async () => {
  const person = await aPerson()
  expect(await newsOf(person, today)).toEqual({ unread: 0, due: null })
  expect(await countQueries(() => newsOf(person, today))).toBe(1)
})

test('what is due next is told, with its day; what is late before all, and how many are', async () => {
  const learner = await anAsked('2026-04-30', '2026-03-20')
  expect((await newsOf(learner, today)).due).toEqual({
    ...{ title: 'Việc 2026-03-20', day: '2026-03-20', daysLeft: 10, late: 0 },
  })
  const late = await anAsked('2026-03-20', '2026-03-03', '2026-03-01')
  expect((await newsOf(late, today)).due).toEqual({
    ...{ title: 'Việc 2026-03-01', day: '2026-03-01', daysLeft: -9, late: 2 },
  })
})

test('what became late at midnight is late though nobody has noted it yet', async () => {
  const learner = await anAsked('2026-03-20')
  expect((await newsOf(learner, '2026-03-20')).due).toMatchObject({ daysLeft: 0, late: 0 })
  expect((await newsOf(learner, addDays('2026-03-20', 1))).due).toMatchObject({ daysLeft: -1, late: 1 })
})

test('notices that were not read are counted, one’s own alone', async () => {
  const [learner, other] = [await anAsked('2026-03-20', '2026-03-21'), await aPerson()]
  for (const key of ['một', 'hai', 'ba']) await isTold(learner, key)
  await isTold(other, 'khác')
  expect((await newsOf(learner, today)).unread).toBe(3)

  const shown = await noticesOf(learner)
  await readNotices(learner, shown.notices[1]?.id ?? '')
  expect((await newsOf(learner, today)).unread).toBe(1)
})
