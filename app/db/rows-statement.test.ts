import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { practiceAnswers } from '#app/enrolments/schema.ts'
import { notices } from '#app/messages/schema.ts'
import { heldHeadcounts } from '#app/units/schema.ts'
import { staffCategories } from '#app/units/unit.ts'

const answers = ['24', 'Đúng, "cả hai"', '\\', '{a,b}', '', null, ['1', ['2']], { a: null }, 3, false]
const number = (place: number) => String(place).padStart(4, '0')

test('however many rows are written, each comes back as it was given: texts, numbers, moments and JSON', async () => {
  const insert = rowsStatement(practiceAnswers, 'all', (tx, rows) => tx.insert(practiceAnswers).values(rows))
  const rows = Array.from({ length: 1_003 }, (_, place) => ({
    personId: 'NULL',
    editionId: "O'x",
    lesson: 'null',
    question: number(place),
    answer: answers[place % answers.length] ?? '',
    credit: place,
    bestCredit: 1 - place,
    answeredAt: new Date(1_790_000_000_000 + place),
    eventId: '',
  }))
  await write((tx) => insert(tx, rows))

  expect(await db.select().from(practiceAnswers).orderBy(asc(practiceAnswers.question))).toEqual(rows)
})

test('flags and what is not there come back too, and nothing is written for no rows', async () => {
  const held = rowsStatement(heldHeadcounts, 'all', (tx, rows) => tx.insert(heldHeadcounts).values(rows))
  const told = rowsStatement(notices, ['id', 'personId', 'kind', 'key', 'subject', 'body', 'createdAt'], (tx, rows) =>
    tx.insert(notices).values(rows).onConflictDoNothing().returning({ id: notices.id, path: notices.path }),
  )
  const counts = [true, false].map((isWaiting) => {
    const [category] = staffCategories
    return { batchId: 'b', unitId: 'u', day: '2026-11-23', category, isWaiting, change: -1 }
  })
  const createdAt = new Date('2026-11-23T02:00:00.123Z')
  const common = { personId: 'p', kind: 'account' as const, subject: 's', body: 'b', createdAt }
  const rows = ['1', '2', '1'].map((key, place) => ({ ...common, id: String(place), key }))

  await write((tx) => held(tx, counts))
  expect(await write((tx) => held(tx, []))).toEqual([])
  expect(await write((tx) => told(tx, rows))).toEqual([
    { id: '0', path: null },
    { id: '1', path: null },
  ])
  expect(await db.select().from(heldHeadcounts).orderBy(asc(heldHeadcounts.isWaiting))).toEqual(counts.reverse())
  const [notice] = await db.select().from(notices).orderBy(asc(notices.id))
  expect(notice).toEqual({ ...common, id: '0', key: '1', path: null, readAt: null })
})
