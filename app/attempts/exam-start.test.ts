import { expect, test } from 'vitest'
import { attemptsOf } from '#app/attempts/attempts-of.server.ts'
import { examStart } from '#app/attempts/exam-start.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { attemptRow, hasSat, sits } from '#tests/sitting.ts'

const start = new Date('2026-11-20T01:00:00Z')
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000)
const exam = 'cuoi-khoa'

test('a visitor reads the rules before signing in, and begins nothing', async () => {
  const edition = await anEdition({ lessons: 3, exam: { perLesson: 2, attempts: 2 } })

  expect(await examStart(null, edition.slug, exam)).toEqual({
    course: { slug: edition.slug, title: edition.sheet.title },
    rules: edition.sheet.exam,
    questions: 6,
    attempts: [],
    open: null,
    refusal: null,
    left: 2,
    isRenewal: false,
  })
})

test('no course, no exam, no page', async () => {
  const edition = await anEdition()
  for (const person of [null, await aPerson()]) {
    expect(await examStart(person, 'khong-co', exam)).toBeNull()
    expect(await examStart(person, edition.slug, 'khong-co')).toBeNull()
  }
})

test('the attempt under way is offered instead of a refusal', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { attempts: 1 } })]
  const { attempt } = await sits(person, edition, start)

  expect(await examStart(person, edition.slug, exam, after(1))).toMatchObject({ open: attempt, refusal: null })
})

test('an attempt whose time is over is neither offered nor under way, though nobody closed it yet', async () => {
  const person = await aPerson()
  const edition = await anEdition({ exam: { timeLimitMinutes: 45, attempts: 1 } })
  const { attempt } = await sits(person, edition, start)

  expect(await examStart(person, edition.slug, exam, after(45))).toMatchObject({ open: attempt })
  expect(await examStart(person, edition.slug, exam, after(46))).toMatchObject({
    open: null,
    attempts: [{ id: attempt, closedAt: after(45) }],
    refusal: { kind: 'used-up', attempts: 1 },
  })
  expect((await attemptRow(attempt)).closedAt).toBeNull()
})

test('who must wait is told until when, from the end of the attempt before', async () => {
  const [person, edition] = [await aPerson(), await anEdition({ exam: { waitHours: 1 } })]
  await hasSat(person, edition, { wrong: 4, at: start })

  expect(await examStart(person, edition.slug, exam, after(59))).toMatchObject({
    refusal: { kind: 'wait', until: after(60) },
  })
  expect(await examStart(person, edition.slug, exam, after(60))).toMatchObject({ refusal: null })
})

test('the rules are those of the edition one is on, and attempts of other people are not told', async () => {
  const [person, other] = [await aPerson(), await aPerson()]
  const first = await anEdition({ exam: { passPercent: 60 } })
  await enrol(person, first.slug)
  const second = await anEdition({ slug: first.slug, exam: { passPercent: 90 } })
  await sits(other, second, start)

  expect(await examStart(person, first.slug, exam)).toMatchObject({
    rules: { passPercent: 60 },
    attempts: [],
    open: null,
  })
  expect(await examStart(other, first.slug, exam)).toMatchObject({ rules: { passPercent: 90 } })
  expect(await examStart(null, first.slug, exam)).toMatchObject({ rules: { passPercent: 90 } })
})

test('attempts stand first to last with what came of them, without their papers', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await hasSat(person, edition, { wrong: 4, at: start })
  await hasSat(person, edition, { wrong: 0, at: after(9) })

  const attempts = await attemptsOf(person, edition.id, exam)

  expect(attempts).toMatchObject([
    { number: 1, openedAt: start, submittedAt: start, credit: 0, isPassed: false },
    { number: 2, openedAt: after(9), submittedAt: after(9), credit: 1000, isPassed: true },
  ])
  expect(JSON.stringify(attempts)).not.toContain('paper')
  expect(await attemptsOf(person, edition.id, 'khong-co')).toEqual([])
  expect(await attemptsOf(await aPerson(), edition.id, exam)).toEqual([])
})

test('the start page asks the database at most four times', async () => {
  const [person, edition] = [await aPerson(), await anEdition()]
  await hasSat(person, edition, { wrong: 4 })
  expect(await countQueries(() => examStart(person, edition.slug, exam))).toBeLessThanOrEqual(4)
})
